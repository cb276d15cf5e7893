import type { ComponentProps, JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { formatMonth } from '../../platform/time.ts'
import { At } from '../../platform/ui/at.tsx'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { reportPaths } from '../paths.ts'
import type { MonthlyReport } from '../report.ts'
import { awaitsHead, type Progress, type StepName } from '../report-state.ts'
import { ListingView } from './figures-view.tsx'
import { PartView } from './part-view.tsx'
import { StateBadge } from './state-badge.tsx'
import { StepForms } from './step-forms.tsx'

interface Props {
  frame: Frame
  report: MonthlyReport
  progress: Progress
  forms: Omit<ComponentProps<typeof StepForms>, 'agency' | 'month'>
}

const stepNames: Readonly<Record<StepName, string>> = {
  'handed-in': 'Diajukan kepada kepala',
  approved: 'Disetujui kepala dan disampaikan',
  received: 'Diterima Diskominfostandi',
  returned: 'Dikembalikan',
  accepted: 'Disahkan Diskominfostandi',
  forwarded: 'Diteruskan ke Wali Kota',
}

export function ReportPage({ frame, report, progress, forms }: Props): JSX.Element {
  const { agencyId: agency, month, parts } = report
  const annexes = parts.flatMap((part) => part.lists).filter((list) => !list.inPart)
  const last = progress.steps.at(-1)
  return (
    <StaffPage
      frame={frame}
      title={`Laporan ${formatMonth(month)}, ${report.agencyName}`}
      actions={['pdf', 'xlsx', 'json'].map((format) => (
        <ButtonLink key={format} href={reportPaths.reportFile.href({ agency, month, file: `laporan.${format}` })}>
          {format.toUpperCase()}
        </ButtonLink>
      ))}
    >
      {last?.step === 'returned' && (
        <Notice tone="warn" title={`Dikembalikan oleh ${last.byName}`}>
          {last.reason}
        </Notice>
      )}
      {awaitsHead(progress) && <Notice tone="info">Laporan menunggu persetujuan kepala perangkat daerah.</Notice>}
      <Facts
        items={[
          ['Keadaan', <StateBadge key="state" state={report.state} late={report.late} />],
          ['Batas waktu', progress.dueAt && <At instant={progress.dueAt} />],
          ['Nomor surat', report.head.number],
          ['Kepada', report.head.addressee.join(' ')],
          ['Hal', report.head.subject],
        ]}
      />
      <StepForms {...forms} agency={agency} month={month} />
      {parts.map((part) => (
        <PartView key={part.letter} part={part} />
      ))}
      <Section title="Lampiran">
        {annexes.map((list) => (
          <ListingView key={list.id} list={list} />
        ))}
      </Section>
      {progress.steps.length > 0 && <History progress={progress} />}
    </StaffPage>
  )
}

function History({ progress }: { progress: Progress }): JSX.Element {
  return (
    <Section title="Riwayat">
      <Table
        caption="Langkah laporan ini, dari yang pertama"
        rows={progress.steps}
        columns={[
          { head: 'Langkah', cell: ({ step }) => stepNames[step] },
          { head: 'Oleh', cell: ({ byName }) => byName },
          { head: 'Saat', cell: ({ at }) => <At instant={at} /> },
          { head: 'Alasan', cell: ({ reason }) => reason ?? '–' },
        ]}
      />
    </Section>
  )
}
