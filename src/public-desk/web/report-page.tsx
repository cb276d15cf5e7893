import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Field } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import type { HeldFile } from '../held-files.ts'
import { publicDeskPaths } from '../paths.ts'
import type { ReportInput } from '../report.ts'
import { type ReportChoices, ReportForm } from './report-form.tsx'

interface Props {
  frame: Frame
  choices: ReportChoices
  input: ReportInput
  held?: readonly HeldFile[]
  errors?: FieldErrors | undefined
  /** What was wrong with the ticket that was asked for. */
  ticketError?: string | undefined
}

/** Where everybody may tell the city something. */
export function ReportPage({ frame, choices, input, held = [], errors, ticketError }: Props): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Sampaikan laporan" islands={['my-place']}>
      <p>
        Pengaduan, saran, pertanyaan, atau aspirasi untuk Pemerintah Kota Bekasi. Anda mendapat nomor tiket untuk
        melihat jawabannya, tanpa akun. Keadaan darurat: telepon 112.
      </p>
      <ReportForm choices={choices} input={input} held={held} errors={errors} />
      <Filters action={publicDeskPaths.report.href()} submit="Lihat laporan">
        <Field name="tiket" label="Sudah punya tiket?" hint="Misalnya KB-7F3K-9QX2" error={ticketError} />
      </Filters>
      <p>
        <a href={publicDeskPaths.published.href()}>Laporan warga lain yang sudah dijawab</a>
      </p>
    </CitizenPage>
  )
}
