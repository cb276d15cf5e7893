import type { JSX } from 'preact'
import { mostFiles } from '../../cases/case-file.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { FileField, Radios, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { publicDeskPaths } from '../paths.ts'

interface Props {
  at: { ticket: string; key: string }
  text: string
  score?: string | undefined
  errors: FieldErrors
}

export const WordForm = ({ at, text, errors }: Props): JSX.Element => (
  <Form action={publicDeskPaths.words.href(at)} errors={errors} submit="Kirim tambahan" files>
    <TextArea name="text" label="Apa yang perlu ditambahkan?" rows={4} required value={text} />
    <FileField
      name="files"
      label="Foto atau PDF"
      hint={`Paling banyak ${mostFiles} berkas, masing-masing 10 MB.`}
      accept="image/jpeg,image/png,image/webp,image/gif,application/pdf"
      multiple
    />
  </Form>
)

export const ReopeningForm = ({ at, text, errors }: Props): JSX.Element => (
  <Form action={publicDeskPaths.reopening.href(at)} errors={errors} submit="Buka kembali laporan" kind="plain">
    <TextArea
      name="text"
      label="Apa yang belum selesai?"
      hint="Laporan ditangani lagi dengan batas waktu baru."
      rows={4}
      required
      value={text}
    />
  </Form>
)

const scores = [
  ['5', '5, sangat baik'],
  ['4', '4, baik'],
  ['3', '3, cukup'],
  ['2', '2, kurang'],
  ['1', '1, buruk'],
] as const

export const RatingForm = ({ at, text, score, errors }: Props): JSX.Element => (
  <Form action={publicDeskPaths.rating.href(at)} errors={errors} submit="Kirim penilaian">
    <Radios name="score" label="Bagaimana jawaban ini?" required options={scores} value={score} />
    <TextArea name="text" label="Satu kalimat" hint="Boleh dikosongkan." rows={2} value={text} />
  </Form>
)
