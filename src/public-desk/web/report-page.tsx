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
  /** A ticket that was asked for and is none. */
  wrongTicket?: string | undefined
}

/** Where everybody may tell the city something. */
export function ReportPage({ frame, choices, input, held = [], errors, wrongTicket }: Props): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Sampaikan laporan" islands={['my-place']}>
      <p>
        Pengaduan, saran, pertanyaan, atau aspirasi untuk Pemerintah Kota Bekasi. Anda mendapat nomor tiket untuk
        melihat jawabannya, tanpa akun. Keadaan darurat: telepon 112.
      </p>
      {wrongTicket !== undefined && <TicketSearch wrong={wrongTicket} />}
      <ReportForm choices={choices} input={input} held={held} errors={errors} />
      {wrongTicket === undefined && <TicketSearch />}
      <p>
        <a href={publicDeskPaths.published.href()}>Laporan warga lain yang sudah dijawab</a>
      </p>
    </CitizenPage>
  )
}

/** Below the form, for those who come back; above it for who typed a ticket that is none, lest the fault be overlooked. */
const TicketSearch = ({ wrong }: { wrong?: string }): JSX.Element => (
  <Filters action={publicDeskPaths.report.href()} submit="Lihat laporan">
    <Field
      name="tiket"
      label="Sudah punya tiket?"
      hint="Misalnya KB-7F3K-9QX2"
      value={wrong ?? ''}
      error={wrong === undefined ? undefined : 'Nomor tiket berbentuk KB-XXXX-XXXX. Periksa kembali.'}
    />
  </Filters>
)
