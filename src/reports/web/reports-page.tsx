import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { formatMonth } from '../../platform/time.ts'
import { At } from '../../platform/ui/at.tsx'
import { PostButton } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { ReportLine } from '../find-reports.ts'
import { reportPaths } from '../paths.ts'
import { StateBadge } from './state-badge.tsx'

interface MonthProps {
  frame: Frame
  month: string
  months: readonly string[]
  lines: readonly ReportLine[]
  mayOpen: boolean
}

/** All agencies of one month: for Diskominfostandi and all who see the whole city. */
export function MonthReportsPage({ frame, month, months, lines, mayOpen }: MonthProps): JSX.Element {
  const submitted = lines.filter(({ state }) => state !== 'missing' && state !== 'draft').length
  const missing = lines.filter(({ state }) => state === 'missing').length
  const dueAt = lines[0]?.dueAt
  return (
    <StaffPage frame={frame} title="Laporan bulanan">
      <Filters action={reportPaths.reports.href()}>
        <Select name="bulan" label="Bulan" value={month} options={months.map((one) => [one, formatMonth(one)])} />
      </Filters>
      <p>
        {submitted} dari {lines.length} perangkat daerah sudah menyampaikan laporan {formatMonth(month)}
        {missing > 0 && `, ${missing} belum ada dan sudah lewat batas waktu`}.{' '}
        {dueAt && (
          <>
            Batas waktu <At instant={dueAt} />.
          </>
        )}
      </p>
      <Table
        caption={`Laporan ${formatMonth(month)} menurut perangkat daerah`}
        rows={lines}
        columns={[
          { head: 'Perangkat daerah', cell: (line) => <Link line={line} words={line.agency.name} /> },
          ...stateColumns(mayOpen),
        ]}
        empty={<Empty title="Tidak ada perangkat daerah">Pilih bulan lain.</Empty>}
      />
    </StaffPage>
  )
}

/** The months of the agencies this person belongs to. */
export function OwnReportsPage(props: {
  frame: Frame
  agencies: readonly ReportLine[][]
  mayOpen: boolean
}): JSX.Element {
  return (
    <StaffPage frame={props.frame} title="Laporan bulanan">
      {props.agencies.map((lines) => (
        <Section key={lines[0]?.agency.id} title={lines[0]?.agency.name ?? ''}>
          <Table
            caption="Laporan menurut bulan, yang terbaru di atas"
            rows={lines}
            columns={[
              { head: 'Bulan', cell: (line) => <Link line={line} words={formatMonth(line.month)} /> },
              ...stateColumns(props.mayOpen),
            ]}
          />
        </Section>
      ))}
    </StaffPage>
  )
}

const stateColumns = (mayOpen: boolean) => [
  { head: 'Keadaan', cell: ({ state, late }: ReportLine) => <StateBadge state={state} late={late} /> },
  { head: 'Batas waktu', cell: ({ dueAt }: ReportLine) => (dueAt ? <At instant={dueAt} /> : 'belum diketahui') },
  { head: 'Disampaikan', cell: (line: ReportLine) => <Submitted line={line} mayOpen={mayOpen} /> },
]

function Link({ line, words }: { line: ReportLine; words: string }): JSX.Element {
  if (!line.report) return <>{words}</>
  return <a href={reportPaths.report.href({ agency: line.agency.id, month: line.month })}>{words}</a>
}

function Submitted({ line, mayOpen }: { line: ReportLine; mayOpen: boolean }): JSX.Element {
  const { report, agency, month } = line
  const first = report?.steps.find(({ step }) => step === 'approved')
  if (first) return <At instant={first.at} />
  if (report || !mayOpen) return <>–</>
  return <PostButton action={reportPaths.opening.href({ agency: agency.id, month })} label="Buka laporan" />
}
