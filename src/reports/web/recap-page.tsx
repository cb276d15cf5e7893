import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { addMonths, formatInstant, formatMonth } from '../../platform/time.ts'
import { ButtonLink, PostButton } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { formatFigure } from '../figure.ts'
import type { RecapView } from '../find-recaps.ts'
import { reportPaths } from '../paths.ts'
import { type CityRecap, type NamedAgency, type RankedAgency, trend } from '../recap.ts'
import { Figures } from './figures-view.tsx'
import { StateBadge } from './state-badge.tsx'

interface Props {
  frame: Frame
  view: RecapView
  mayForward: boolean
  errors?: FieldErrors
}

export function RecapPage({ frame, view, mayForward, errors = {} }: Props): JSX.Element {
  const { month, recap } = view
  const files = recap === null ? [] : ['pdf', 'xlsx', 'json']
  return (
    <StaffPage
      frame={frame}
      title={`Rekapitulasi kota ${formatMonth(month)}`}
      actions={files.map((format) => (
        <ButtonLink key={format} href={reportPaths.recapFile.href({ month, file: `rekapitulasi.${format}` })}>
          {format.toUpperCase()}
        </ButtonLink>
      ))}
    >
      {Object.values(errors).map((words) => (
        <Notice key={words} tone="bad" title="Belum diteruskan">
          {words}
        </Notice>
      ))}
      <Standing view={view} />
      {recap?.edition === 0 && mayForward && (
        <PostButton action={reportPaths.forwarding.href({ month })} label="Teruskan ke Wali Kota" kind="main" />
      )}
      {recap ? <Recap recap={recap} /> : <States view={view} />}
    </StaffPage>
  )
}

function Standing({ view: { recap, forwarded } }: { view: RecapView }): JSX.Element {
  if (recap?.forwardedAt)
    return (
      <p>
        Edisi {recap.edition}, diteruskan kepada Wali Kota {formatInstant(new Date(recap.forwardedAt))}.
      </p>
    )
  if (recap && forwarded > 0)
    return (
      <Notice tone="info" title={`Rancangan edisi ${forwarded + 1}`}>
        Edisi {forwarded} sudah diteruskan. Sesudah itu ada laporan baru yang disahkan.
      </Notice>
    )
  return (
    <Notice tone="info" title={recap ? 'Rancangan' : 'Belum diteruskan'}>
      Rekapitulasi bulan ini belum diteruskan kepada Wali Kota.
    </Notice>
  )
}

function Recap({ recap }: { recap: CityRecap }): JSX.Element {
  return (
    <>
      <Section title="Lima angka bulan ini">
        <Table
          caption={`Dibandingkan dengan ${formatMonth(addMonths(recap.month, -1))}`}
          rows={recap.numbers}
          columns={[
            { head: 'Ukuran', cell: ({ label }) => label },
            { head: 'Bulan ini', numeric: true, cell: ({ now }) => <strong>{formatFigure(now)}</strong> },
            { head: 'Bulan lalu', numeric: true, cell: ({ before }) => formatFigure(before) },
            { head: 'Perubahan', cell: trend },
          ]}
        />
      </Section>
      <Ranking title="Lima terbaik" words="Yang menonjol" month={recap.month} ranked={recap.best} />
      <Ranking
        title="Lima yang perlu dibantu"
        words="Bantuan yang diperlukan"
        month={recap.month}
        ranked={recap.help}
      />
      <Named title="Belum menyampaikan laporan" list={recap.missing}>
        Semua perangkat daerah sudah menyampaikan laporan.
      </Named>
      <Named title="Belum dapat dinilai" list={recap.unranked}>
        Semua perangkat daerah dapat dinilai.
      </Named>
      <Section title="Rincian">
        <p>
          Nilai adalah rata-rata tertimbang dari laporan, konten, ketersediaan situs, dan jawaban. Yang tidak diketahui
          tidak ikut dihitung. Kecamatan dan kelurahan dibandingkan di antara sesamanya.
        </p>
        {recap.groups.map((table) => (
          <Figures
            key={table.title}
            table={table}
            hrefOf={(agency) => reportPaths.report.href({ agency, month: recap.month })}
          />
        ))}
      </Section>
    </>
  )
}

interface RankingProps {
  title: string
  words: string
  month: string
  ranked: readonly RankedAgency[]
}

function Ranking({ title, words, month, ranked }: RankingProps): JSX.Element {
  return (
    <Section title={title}>
      <Table
        caption={title}
        rows={ranked}
        columns={[
          {
            head: 'Perangkat daerah',
            cell: ({ agencyId, agencyName }) => (
              <a href={reportPaths.report.href({ agency: agencyId, month })}>{agencyName}</a>
            ),
          },
          { head: 'Nilai', numeric: true, cell: ({ points }) => formatFigure(points) },
          { head: words, cell: (one) => one.words },
        ]}
        empty={<Empty title="Belum ada">Belum cukup yang diketahui untuk menyusun daftar ini.</Empty>}
      />
    </Section>
  )
}

function Named({
  title,
  list,
  children,
}: {
  title: string
  list: readonly NamedAgency[]
  children: string
}): JSX.Element {
  return (
    <Section title={list.length === 0 ? title : `${title} (${list.length})`}>
      {list.length === 0 ? (
        <p>{children}</p>
      ) : (
        <ul>
          {list.map(({ agencyId, agencyName }) => (
            <li key={agencyId}>{agencyName}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** What one may see of a recap that was not forwarded yet. */
function States({ view }: { view: RecapView }): JSX.Element {
  return (
    <Section title="Keadaan laporan">
      <Table
        caption="Laporan menurut perangkat daerah"
        rows={view.lines}
        columns={[
          { head: 'Perangkat daerah', cell: ({ agency }) => agency.name },
          { head: 'Keadaan', cell: ({ state, late }) => <StateBadge state={state} late={late} /> },
        ]}
        empty={<Empty title="Tidak ada laporan">Belum ada perangkat daerah yang terdaftar.</Empty>}
      />
    </Section>
  )
}
