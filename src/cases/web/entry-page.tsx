import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Field, FileField, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { caseClasses, caseKinds, handChannels } from '../case.ts'
import { casePaths } from '../paths.ts'
import type { Choices } from './case-forms.tsx'

/** What was typed, by field name. */
export type EntryInput = Readonly<Record<(typeof entryFields)[number], string>>

export const entryFields = [
  ...([
    'link',
    'channel',
    'agencyId',
    'kind',
    'class',
    'text',
    'place',
    'area',
    'name',
    'contact',
    'receivedOn',
  ] as const),
]

interface Props {
  frame: Frame
  input: EntryInput
  agencies: Choices
  /** Districts and urban villages. */
  areas: Choices
  errors?: FieldErrors
}

const { form: _, open311: __, ...channels } = handChannels

export function EntryPage({ frame, input, agencies, areas, errors }: Props): JSX.Element {
  return (
    <StaffPage frame={frame} title="Catat kasus">
      <p>
        Untuk laporan yang datang lewat telepon, loket, surat, atau media sosial.
        {frame.may('case.import') && (
          <>
            {' '}
            Banyak laporan sekaligus dapat <a href={casePaths.imports.href()}>diimpor dari berkas CSV</a>.
          </>
        )}
      </p>
      <Form action={casePaths.entry.href()} errors={errors} submit="Catat kasus" files>
        <Field
          name="link"
          label="Tautan kiriman warga"
          hint="Tempel alamat kiriman atau komentar bila laporan datang dari media sosial; kanalnya dikenali sendiri."
          value={input.link}
        />
        <Select
          name="channel"
          label="Tanpa tautan, laporan datang lewat"
          value={input.channel}
          options={[['', 'Pilih'], ...Object.entries(channels)]}
        />
        <Field
          name="receivedOn"
          label="Diterima (WIB)"
          type="datetime-local"
          required
          hint="Batas waktu dihitung sejak saat ini."
          value={input.receivedOn}
        />
        {agencies.length > 1 && (
          <Select
            name="agencyId"
            label="Perangkat daerah"
            required
            value={input.agencyId}
            options={[['', 'Pilih'], ...agencies]}
          />
        )}
        <Select name="kind" label="Jenis" value={input.kind} options={Object.entries(caseKinds)} />
        <Select name="class" label="Kelas pengaduan" value={input.class} options={Object.entries(caseClasses)} />
        <TextArea
          name="text"
          label="Isi laporan"
          required
          rows={6}
          hint="Tulis kata-kata warga. NIK tidak perlu dicatat."
          value={input.text}
        />
        <Field name="place" label="Tempat kejadian" value={input.place} />
        {areas.length > 0 && (
          <Select
            name="area"
            label="Kecamatan atau kelurahan"
            value={input.area}
            options={[['', 'Tidak diketahui'], ...areas]}
          />
        )}
        <Field
          name="name"
          label="Nama pelapor"
          hint="Disimpan tersandi; dibuka hanya oleh petugas berwenang dengan alasan."
          value={input.name}
        />
        <Field name="contact" label="Telepon atau surel pelapor" value={input.contact} />
        <FileField
          name="files"
          label="Foto atau PDF"
          accept="image/*,application/pdf"
          multiple
          hint="Paling banyak lima, masing-masing 10 MB. Pilih ulang bila formulir dikembalikan."
        />
      </Form>
    </StaffPage>
  )
}
