import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Check, Field, FileField, Hidden, Radios, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { contentKinds, contentThemes } from '../content.ts'
import type { Picture } from '../picture.ts'
import type { FormValues } from './form-values.ts'
import { PictureImage } from './picture.tsx'

interface Props {
  action: string
  values: FormValues
  errors?: FieldErrors | undefined
  /** Where the writer may choose; one alone is not asked for. */
  agencies?: readonly { id: string; name: string }[]
  agencyId?: string
  /** Of the item being changed. */
  version?: number
  picture?: Picture | null | undefined
  wasPublic?: boolean
}

export function ContentForm(props: Props): JSX.Element {
  const { action, values, errors, agencies = [], agencyId, version, wasPublic } = props
  return (
    <Form action={action} errors={errors} files submit="Simpan draf">
      {version !== undefined && <Hidden name="version" value={version} />}
      {agencies.length === 1 && <Hidden name="agencyId" value={agencies[0]?.id ?? ''} />}
      {agencies.length > 1 && (
        <Select
          name="agencyId"
          label="Perangkat daerah"
          value={agencyId}
          options={agencies.map(({ id, name }) => [id, name] as const)}
        />
      )}
      {wasPublic ? (
        <Hidden name="kind" value={values.kind} />
      ) : (
        <Select name="kind" label="Jenis" value={values.kind} options={Object.entries(contentKinds)} required />
      )}
      <Radios name="theme" label="Tema" value={values.theme} options={Object.entries(contentThemes)} required />
      <Field
        name="title"
        label="Judul"
        value={values.title}
        required
        hint="Satu kalimat: apa yang terjadi, untuk siapa."
      />
      <Field
        name="summary"
        label="Ringkasan"
        value={values.summary}
        hint="Untuk daftar berita dan mesin pencari. Bila kosong, diambil dari awal isi."
      />
      <TextArea
        name="body"
        label="Isi"
        value={values.body}
        rows={16}
        hint="Pisahkan paragraf dengan baris kosong. ## untuk subjudul, - untuk daftar, **tebal**, [teks](https://alamat) untuk tautan."
      />
      {(!wasPublic || values.kind === 'event') && (
        <div class="for-event">
          <Field name="eventDay" label="Tanggal acara" type="date" value={values.eventDay} hint="Hanya untuk agenda." />
          <Field name="eventPlace" label="Tempat acara" value={values.eventPlace} hint="Hanya untuk agenda." />
        </div>
      )}
      <PictureFields values={values} picture={props.picture} />
      {wasPublic && (
        <Check
          name="significant"
          label="Perubahan penting: tunjukkan tanggal pembaruan kepada pembaca"
          checked={values.significant}
          hint="Biarkan kosong untuk ejaan dan tata letak."
        />
      )}
    </Form>
  )
}

function PictureFields({ values, picture }: { values: FormValues; picture: Picture | null | undefined }): JSX.Element {
  return (
    <>
      {picture && (
        <div class="field picture-now">
          <p class="hint">Gambar sekarang. Teks gambar: {picture.alt || 'tidak ada, hanya hiasan'}.</p>
          <PictureImage picture={picture} sizes="20rem" late />
          <Check name="removePicture" label="Hapus gambar ini" />
        </div>
      )}
      <FileField
        name="picture"
        label={picture ? 'Ganti gambar' : 'Gambar'}
        accept="image/jpeg,image/png,image/webp"
        hint="JPG, PNG, atau WebP, paling besar 5 MB. Bila isian lain perlu diperbaiki, pilih gambarnya sekali lagi."
      />
      <Field
        name="alt"
        label="Teks gambar"
        value={values.alt}
        hint="Apa yang terlihat di gambar, untuk pembaca yang tidak dapat melihatnya. Contoh: Petugas menimbang balita di Posyandu Melati."
      />
      <Check
        name="decorative"
        label="Gambar hanya hiasan, tidak ada yang perlu diceritakan"
        checked={values.decorative}
      />
    </>
  )
}
