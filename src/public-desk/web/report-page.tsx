import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { CitizenPage } from '../../platform/ui/citizen-page.tsx'
import { Field, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { publicDeskPaths } from '../paths.ts'

export interface ReportInput {
  text: string
  place: string
  contact: string
  agencyId: string
}

interface Props {
  frame: Frame
  agencies: readonly (readonly [id: string, name: string])[]
  input: ReportInput
  errors?: FieldErrors
}

export function ReportPage({ frame, agencies, input, errors }: Props): JSX.Element {
  return (
    <CitizenPage frame={frame} title="Sampaikan laporan">
      <p>
        Pengaduan, saran, pertanyaan, atau aspirasi untuk Pemerintah Kota Bekasi. Anda mendapat nomor tiket untuk
        melihat jawabannya, tanpa akun.
      </p>
      <Form action={publicDeskPaths.report.href()} errors={errors} submit="Kirim laporan">
        <TextArea
          name="text"
          label="Apa yang ingin Anda sampaikan?"
          hint="Ceritakan apa yang terjadi dan sejak kapan. Jangan menulis NIK."
          rows={6}
          required
          value={input.text}
        />
        <Field
          name="place"
          label="Di mana?"
          hint="Misalnya nama jalan, RT/RW, atau kelurahan. Boleh dikosongkan."
          value={input.place}
        />
        <Field
          name="contact"
          label="Bagaimana menghubungi Anda?"
          hint="Nomor telepon atau surel. Boleh dikosongkan; jawaban tetap dapat dilihat dengan nomor tiket."
          value={input.contact}
          autocomplete="tel"
        />
        <Select
          name="agencyId"
          label="Untuk perangkat daerah"
          hint="Tidak tahu? Biarkan, Diskominfostandi yang menerimanya."
          value={input.agencyId}
          options={[['', 'Saya tidak tahu'], ...agencies]}
        />
        <p class="hint">
          Laporan dan kontak Anda hanya dibaca petugas yang menangani, untuk menjawab Anda sebagai pelayanan publik (UU
          27/2022). Halaman tiket tidak pernah menampilkan nama, kontak, alamat, atau isi laporan Anda.
        </p>
      </Form>
      <form class="filters" method="get" action={publicDeskPaths.report.href()}>
        <Field name="tiket" label="Sudah punya tiket?" hint="Misalnya KB-7F3K-9QX2" />
        <button class="button plain" type="submit">
          Lihat laporan
        </button>
      </form>
    </CitizenPage>
  )
}
