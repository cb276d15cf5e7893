import type { JSX } from 'preact'
import { appointmentPaths } from '../../appointments/paths.ts'
import type { Frame } from '../../platform/http/route.ts'
import { formatDay } from '../../platform/time.ts'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type Agency, agencyKinds } from '../agency.ts'
import { endOf } from '../agency-timeline.ts'
import type { AgencyLife } from '../find-agency-life.ts'
import type { Holder } from '../find-people.ts'
import { agencyPaths } from '../paths.ts'
import { roleNames } from '../role.ts'
import { LifeSections } from './life-sections.tsx'
import { Added, type AddedCell } from './register-page.tsx'

interface Props {
  frame: Frame
  agency: Agency
  parent: Agency | null
  life: AgencyLife
  /** The day shown; '' for today. */
  day: string
  today: string
  holders: readonly Holder[]
  added: readonly { head: string; cell: AddedCell | undefined }[]
  /** False for staff of another agency, who see names but not the whole of its posts. */
  mayReadPosts: boolean
}

export function AgencyPage(props: Props): JSX.Element {
  const { frame, agency, parent, life, day, holders, added, mayReadPosts } = props
  const manages = frame.may('agency.manage')
  return (
    <StaffPage frame={frame} title={agency.name} actions={manages && <Actions life={life} />}>
      <State {...props} />
      <Facts
        items={[
          ['Singkatan', agency.abbreviation],
          ['Jenis', agencyKinds[agency.kind]],
          ['Induk', parent && <a href={agencyPaths.agency.href({ id: parent.id }, { tanggal: day })}>{parent.name}</a>],
          ['Nama host', agency.host],
          ['Kode wilayah', agency.regionCode],
          ...added.map(({ head, cell }) => [head, <Added key={head} cell={cell} />] as const),
        ]}
      />
      <Section title={day === '' ? 'Penanggung jawab hari ini' : `Penanggung jawab pada ${formatDay(day)}`}>
        <Table
          caption="Pemegang peran"
          rows={holders}
          columns={[
            { head: 'Peran', cell: (holder) => roleNames[holder.role] },
            { head: 'Nama', cell: (holder) => holder.name },
            { head: 'Sejak', cell: (holder) => formatDay(holder.from) },
            { head: 'Dasar', cell: (holder) => holder.decree ?? '–' },
          ]}
          empty={
            <Empty title="Belum ada penanggung jawab">
              Minta Diskominfostandi menambahkan kepala dan operator perangkat daerah ini.
            </Empty>
          }
        />
        {mayReadPosts && (
          <p>
            <a href={appointmentPaths.appointments.href({ agency: agency.id })}>
              Semua masa jabatan, serah terima, delegasi
            </a>
          </p>
        )}
      </Section>
      <LifeSections life={life} manages={manages} />
    </StaffPage>
  )
}

function Actions({ life: { id, timeline } }: { life: AgencyLife }): JSX.Element {
  if (endOf(timeline) !== null)
    return <ButtonLink href={agencyPaths.endCorrection.href({ id })}>Betulkan tanggal berakhir</ButtonLink>
  return (
    <>
      <ButtonLink href={agencyPaths.change.href({ id })}>Ubah</ButtonLink>
      <ButtonLink href={agencyPaths.merger.href({ id })}>Gabungkan</ButtonLink>
      <ButtonLink href={agencyPaths.split.href({ id })}>Mekarkan</ButtonLink>
      <ButtonLink href={agencyPaths.closure.href({ id })} kind="danger">
        Tutup
      </ButtonLink>
    </>
  )
}

/** Says when the page is not of today, and what became of an agency that ended. */
function State({ life, day, today, agency }: Props): JSX.Element | null {
  const end = endOf(life.timeline)
  const coming = life.timeline.find(({ from }) => from > today)
  if (day !== '')
    return (
      <Notice tone="info">
        Keadaan pada {formatDay(day)}. <a href={agencyPaths.agency.href({ id: life.id })}>Lihat keadaan hari ini</a>.
      </Notice>
    )
  if (end !== null && end <= today)
    return (
      <Notice tone="warn" title={`Berakhir pada ${formatDay(end)}`}>
        <p>
          Dasar: {life.timeline.at(-1)?.endDecree ?? 'tidak tercatat'}. <Heirs life={life} />
        </p>
      </Notice>
    )
  if (end !== null)
    return (
      <Notice tone="info">
        Perangkat daerah ini akan berakhir pada {formatDay(end)}. <Heirs life={life} />
      </Notice>
    )
  if (!coming) return null
  const first = coming.from === life.timeline[0]?.from
  return (
    <Notice tone="info">
      {first
        ? `Berdiri mulai ${formatDay(coming.from)}.`
        : `Mulai ${formatDay(coming.from)}: ${comingWords(agency, coming)}.`}
    </Notice>
  )
}

const comingWords = (agency: Agency, coming: { name: string }): string =>
  coming.name === agency.name ? 'ada data yang berubah' : `bernama ${coming.name}`

function Heirs({ life }: { life: AgencyLife }): JSX.Element {
  if (life.successors.length === 0) return <>Tidak ada penerusnya.</>
  return (
    <>
      Diteruskan oleh{' '}
      {life.successors.map(({ agencyId, name }, i) => (
        <>
          {i > 0 && ', '}
          <a href={agencyPaths.agency.href({ id: agencyId })}>{name}</a>
        </>
      ))}
      .
    </>
  )
}
