import { h, type JSX } from 'preact'
import { mostFiles } from '../../cases/case-file.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Check, Field, FileField, GroupedSelect, Hidden, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Fold } from '../../platform/ui/fold.tsx'
import { Form } from '../../platform/ui/form.tsx'
import type { HeldFile } from '../held-files.ts'
import { publicDeskPaths } from '../paths.ts'
import { kindsOfCitizen, type ReportInput } from '../report.ts'

export interface ReportChoices {
  agencies: readonly (readonly [id: string, name: string])[]
  regions: readonly { label: string; options: readonly (readonly [string, string])[] }[]
}

interface Props {
  choices: ReportChoices
  input: ReportInput
  /** Files of an earlier try, which need not be chosen again. */
  held: readonly HeldFile[]
  errors?: FieldErrors | undefined
}

const further = ['kind', 'agencyId', 'anonymous', 'secret']

/** What, where, how to reach you; everything else may be left as it is. */
export function ReportForm({ choices, input, held, errors = {} }: Props): JSX.Element {
  return (
    <Form
      action={publicDeskPaths.report.href()}
      errors={errors}
      submit="Kirim laporan"
      refusedTitle="Laporan belum terkirim"
      files
    >
      <TextArea
        name="text"
        label="Apa yang ingin Anda sampaikan?"
        hint="Ceritakan apa yang terjadi dan sejak kapan. Jangan menulis NIK atau nomor telepon di sini."
        rows={6}
        required
        value={input.text}
      />
      <GroupedSelect
        name="region"
        label="Di kelurahan mana?"
        none="Tidak tahu, atau tidak di satu tempat"
        groups={choices.regions}
        value={input.region}
      />
      {h(
        'my-place',
        null,
        <Field
          name="place"
          label="Di mana tepatnya?"
          hint="Nama jalan dan patokan, atau posisi peta seperti -6.2383, 106.9756 atau tautan peta. Boleh dikosongkan."
          value={input.place}
        />,
      )}
      <Field
        name="contact"
        label="Bagaimana menghubungi Anda?"
        hint="Surel atau nomor telepon. Boleh dikosongkan; jawaban tetap dapat dilihat dengan nomor tiket."
        value={input.contact}
      />
      <Check name="mails" label="Kirim kabar ke surel saya setiap ada perubahan" checked={input.mails} />
      <FileField
        name="files"
        label="Foto atau PDF"
        hint={`Paling banyak ${mostFiles} berkas, masing-masing 10 MB. Lokasi dan data kamera dihapus dari foto.`}
        accept="image/jpeg,image/png,image/webp,image/gif,application/pdf"
        multiple
      />
      {held.length > 0 && (
        <p class="hint">
          Sudah tersimpan dan akan ikut terkirim: {held.map(({ name }) => name).join(', ')}.
          {held.map(({ token }) => (
            <Hidden key={token} name="held" value={token} />
          ))}
        </p>
      )}
      <Fold
        title="Pilihan lain"
        holds="jenis, perangkat daerah, kerahasiaan"
        open={further.some((name) => errors[name]) || input.anonymous || input.secret}
      >
        <Select name="kind" label="Ini adalah" value={input.kind} options={kindsOfCitizen} />
        <Select
          name="agencyId"
          label="Untuk perangkat daerah"
          hint="Tidak tahu? Biarkan, Diskominfostandi yang menerimanya."
          value={input.agencyId}
          options={[['', 'Saya tidak tahu'], ...choices.agencies]}
        />
        <Check
          name="anonymous"
          label="Rahasiakan identitas saya"
          hint="Perangkat daerah yang menangani tidak dapat melihat kontak Anda. Hanya kepala Diskominfostandi, dengan alasan yang tercatat."
          checked={input.anonymous}
        />
        <Check
          name="secret"
          label="Jangan tampilkan untuk umum"
          hint="Laporan ini dan jawabannya tidak akan dimuat dalam daftar laporan yang sudah dijawab, juga tanpa nama."
          checked={input.secret}
        />
      </Fold>
      <p class="hint">
        Laporan dan kontak Anda hanya dibaca petugas yang menangani, untuk menjawab Anda sebagai pelayanan publik (UU
        27/2022). Halaman tiket tidak pernah menampilkan nama, kontak, alamat, atau isi laporan Anda. Kontak dapat Anda
        hapus kapan saja di halaman laporan Anda.
      </p>
    </Form>
  )
}
