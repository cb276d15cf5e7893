import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Facts } from '../../platform/ui/facts.tsx'
import { Field, Hidden, Radios, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { caseClasses, caseKinds, closingGrounds, isPublicAtOnce } from '../case.ts'
import type { CaseInFull } from '../find-case.ts'
import type { Reporter } from '../open-reporter.ts'
import { casePaths } from '../paths.ts'

/** Input kept from a form that was refused. */
export interface Draft {
  form: 'answer' | 'classify' | 'pass-on' | 'close' | 'reporter'
  errors: FieldErrors
  fields: Readonly<Record<string, string>>
}

/** Agencies, id and name. */
export type Choices = readonly (readonly [id: string, name: string])[]

interface Props {
  found: CaseInFull
  draft?: Draft | undefined
  errors: FieldErrors | undefined
}

const kept = (draft: Draft | undefined, form: Draft['form'], name: string): string | undefined =>
  draft?.form === form ? draft.fields[name] : undefined

export function AnswerForm({ found, draft, errors }: Props): JSX.Element {
  const waiting = found.messages.find(({ state }) => state === 'waiting')
  if (waiting && !draft)
    return (
      <Notice tone="info" title="Jawaban sedang dikirim">
        <p>Jawaban {waiting.authorName} menunggu terkirim. Formulir ini terbuka lagi setelah terkirim atau gagal.</p>
      </Notice>
    )
  const failed = found.messages.findLast(({ author }) => author === 'agency')
  return (
    <Form action={casePaths.answers.href({ ticket: found.ticket })} errors={errors} submit="Kirim jawaban">
      <Hidden name="version" value={found.version} />
      <TextArea
        name="text"
        label="Jawaban kepada warga"
        rows={6}
        required
        value={kept(draft, 'answer', 'text') ?? (failed?.state === 'failed' ? failed.text : '')}
        hint={
          isPublicAtOnce(found.channel)
            ? 'Tampil pada halaman tiket warga. Jangan menulis nama, nomor telepon, atau alamat siapa pun.'
            : 'Terbit sebagai balasan di X, paling banyak 280 huruf. Jangan meminta data pribadi di ruang publik.'
        }
      />
      <Radios
        name="final"
        label="Apakah ini jawaban akhir?"
        value={kept(draft, 'answer', 'final') ?? 'ya'}
        options={[
          ['ya', 'Ya, perkara ini selesai dengan jawaban ini'],
          ['belum', 'Belum, ini balasan pertama atau kabar perkembangan'],
        ]}
      />
    </Form>
  )
}

export function ClassifyForm({ found, draft, errors }: Props): JSX.Element {
  return (
    <Form action={casePaths.classification.href({ ticket: found.ticket })} errors={errors} submit="Simpan klasifikasi">
      <Hidden name="version" value={found.version} />
      <Select
        name="kind"
        label="Jenis"
        value={kept(draft, 'classify', 'kind') ?? found.kind}
        options={Object.entries(caseKinds)}
      />
      <Select
        name="class"
        label="Kelas pengaduan"
        hint="Hanya untuk pengaduan. Batas waktu dihitung ulang sejak diterima; hitungan lama disimpan."
        value={kept(draft, 'classify', 'class') ?? found.class}
        options={Object.entries(caseClasses)}
      />
    </Form>
  )
}

export function PassOnForm({ found, draft, errors, agencies }: Props & { agencies: Choices }): JSX.Element {
  return (
    <Form action={casePaths.passage.href({ ticket: found.ticket })} errors={errors} submit="Teruskan kasus">
      <p>Batas waktu bagi warga tetap dihitung sejak laporan diterima.</p>
      <Hidden name="version" value={found.version} />
      <Select
        name="agencyId"
        label="Perangkat daerah yang berwenang"
        required
        value={kept(draft, 'pass-on', 'agencyId') ?? ''}
        options={[['', 'Pilih'], ...agencies.filter(([id]) => id !== found.agencyId)]}
      />
      <Field name="reason" label="Alasan" required value={kept(draft, 'pass-on', 'reason')} />
    </Form>
  )
}

export function CloseForm({ found, errors }: Props): JSX.Element {
  return (
    <Form action={casePaths.closure.href({ ticket: found.ticket })} errors={errors} submit="Tutup kasus">
      <p>
        Jawaban akhir sudah sampai. Kasus tertutup sendiri bila warga tidak menulis lagi; tutup sekarang bila memang
        sudah selesai. Warga tetap dapat membukanya kembali dalam batas waktu.
      </p>
      <Hidden name="version" value={found.version} />
    </Form>
  )
}

/** For a word that asks nothing: thanks, an advertisement. */
export function DismissForm({ found, draft, errors }: Props): JSX.Element {
  const grounds = Object.entries(closingGrounds).filter(
    ([ground]) => found.wasAnswered || ground !== 'no-answer-needed',
  )
  return (
    <Form action={casePaths.closure.href({ ticket: found.ticket })} errors={errors} submit="Tutup tanpa jawaban baru">
      <p>Tercatat dan dilaporkan terpisah; tidak dihitung sebagai dijawab.</p>
      <Hidden name="version" value={found.version} />
      <Select name="ground" label="Sebab" value={kept(draft, 'close', 'ground') ?? grounds[0]?.[0]} options={grounds} />
      <Field name="reason" label="Penjelasan" required value={kept(draft, 'close', 'reason')} />
    </Form>
  )
}

export function ReporterForm({ found, errors, reporter }: Props & { reporter?: Reporter | undefined }): JSX.Element {
  if (reporter)
    return (
      <Facts
        items={[
          ['Nama', reporter.name],
          ['Kontak', reporter.contact],
          ['Akun', reporter.handle],
        ]}
      />
    )
  return (
    <Form action={casePaths.reporter.href({ ticket: found.ticket })} errors={errors} submit="Buka identitas pelapor">
      <Field
        name="reason"
        label="Alasan membuka"
        required
        hint="Identitas tersegel. Siapa membukanya, kapan, dan mengapa dicatat (UU 27/2022)."
      />
    </Form>
  )
}
