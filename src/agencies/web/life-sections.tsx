import type { JSX } from 'preact'
import { addDays, formatDay } from '../../platform/time.ts'
import { At } from '../../platform/ui/at.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { agencyKinds } from '../agency.ts'
import type { AgencyPeriod } from '../agency-timeline.ts'
import type { AgencyLife, Succession } from '../find-agency-life.ts'
import { agencyPaths } from '../paths.ts'

/** What an agency was called when, where it came from and what was corrected. */
export function LifeSections({ life, manages }: { life: AgencyLife; manages: boolean }): JSX.Element {
  const links = [
    ...life.predecessors.map((link) => ({ ...link, words: comesFrom[link.kind] })),
    ...life.successors.map((link) => ({ ...link, words: goesTo[link.kind] })),
  ]
  return (
    <>
      <Section title="Riwayat">
        <Table
          caption="Catatan dari yang terbaru"
          rows={life.timeline.toReversed()}
          columns={[
            { head: 'Nama', cell: (period) => <Named period={period} /> },
            { head: 'Berlaku', cell: spanOf },
            { head: 'Jenis', cell: ({ kind }) => agencyKinds[kind] },
            { head: 'Induk', cell: ({ parentId }) => parentId ?? '–' },
            { head: 'Nama host', cell: ({ host }) => host ?? '–' },
            { head: 'Keputusan', cell: ({ decree }) => decree ?? 'tidak tercatat' },
            ...(manages
              ? [{ head: 'Pembetulan', cell: (period: AgencyPeriod) => <Correct life={life} {...period} /> }]
              : []),
          ]}
        />
      </Section>
      {links.length > 0 && (
        <Section title="Asal dan penerus">
          <Table
            caption="Penggabungan dan pemekaran, menurut tanggal"
            rows={links}
            columns={[
              { head: 'Perangkat daerah', cell: (link) => <Linked {...link} /> },
              { head: 'Hubungan', cell: ({ words }) => words },
              { head: 'Mulai', cell: ({ day }) => formatDay(day) },
              { head: 'Keputusan', cell: ({ decree }) => decree },
            ]}
          />
        </Section>
      )}
      {life.corrected.length > 0 && (
        <Section title="Catatan yang sudah dibetulkan">
          <Table
            caption="Yang dahulu tercatat, dari pembetulan terbaru"
            rows={life.corrected}
            columns={[
              { head: 'Nama', cell: (period) => <Named period={period} /> },
              { head: 'Berlaku', cell: spanOf },
              { head: 'Tercatat sampai', cell: ({ until }) => <At instant={until} /> },
              { head: 'Alasan', cell: ({ reason }) => reason },
            ]}
          />
        </Section>
      )}
    </>
  )
}

const comesFrom = { merged: 'bergabung ke sini', split: 'asal pemekaran' } as const
const goesTo = { merged: 'penerus', split: 'hasil pemekaran' } as const

const spanOf = ({ from, to }: AgencyPeriod): string =>
  to === null ? `sejak ${formatDay(from)}` : `${formatDay(from)} sampai ${formatDay(addDays(to, -1))}`

const Named = ({ period: { name, abbreviation } }: { period: AgencyPeriod }): JSX.Element => (
  <>
    {name}
    {abbreviation !== name && ` (${abbreviation})`}
  </>
)

const Linked = ({ agencyId, name }: Succession): JSX.Element => (
  <a href={agencyPaths.agency.href({ id: agencyId })}>{name}</a>
)

const Correct = ({ life, from }: { life: AgencyLife; from: string }): JSX.Element => (
  <a
    href={agencyPaths.correction.href({ id: life.id }, { sejak: from })}
    aria-label={`Betulkan catatan sejak ${formatDay(from)}`}
  >
    Betulkan
  </a>
)
