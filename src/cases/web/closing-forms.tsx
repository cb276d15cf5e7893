import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Check, Field, FileField, Hidden, Radios, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { chosenOutcomes, isProven, outcomes } from '../closing.ts'
import type { CaseInFull } from '../find-case.ts'
import type { CaseWork } from '../find-case-work.ts'
import { proofKinds } from '../follow-up.ts'
import { casePaths } from '../paths.ts'
import { type Draft, kept } from './case-forms.tsx'

interface Props {
  found: CaseInFull
  work: CaseWork
  draft?: Draft | undefined
  errors: FieldErrors | undefined
}

/** What was done about it, with the proof that a case needs before it is called done. */
export function FollowUpForm({ found, draft, errors }: Props): JSX.Element {
  return (
    <Form
      action={casePaths.followUps.href({ ticket: found.ticket })}
      errors={errors}
      submit="Catat tindak lanjut"
      kind="plain"
      files
    >
      <Radios
        name="kind"
        label="Bentuk bukti"
        value={kept(draft, 'follow-up', 'kind') ?? 'photo'}
        options={Object.entries(proofKinds)}
      />
      <TextArea name="text" label="Yang dikerjakan" rows={3} required value={kept(draft, 'follow-up', 'text')} />
      <Field name="link" label="Tautan" type="url" value={kept(draft, 'follow-up', 'link')} />
      <FileField
        name="files"
        label="Berkas bukti"
        hint="Foto atau PDF, paling besar 10 MB. Pilih lagi bila formulir ini dikembalikan."
        accept="image/*,application/pdf"
      />
      <Check
        name="shown"
        label="Tampilkan berkas ini kepada warga"
        hint="Pada halaman laporan warga sendiri, tidak untuk umum. Periksa bahwa tidak ada orang lain di dalamnya."
        checked={kept(draft, 'follow-up', 'shown') === 'on'}
      />
    </Form>
  )
}

/** What became of the case. Only what is done, with its proof, counts as solved. */
export function CloseForm({ found, work, draft, errors }: Props): JSX.Element {
  const chosen = kept(draft, 'close', 'outcome') ?? (isProven(work.proof) ? 'done' : 'planned')
  return (
    <Form
      action={casePaths.closure.href({ ticket: found.ticket })}
      errors={errors}
      submit="Tutup kasus"
      refusedTitle="Belum ditutup"
      kind="plain"
    >
      {!isProven(work.proof) && (
        <Notice tone="info">
          <p>
            Belum ada tindak lanjut yang berbukti ({work.proof.given} dari {work.proof.required}), jadi kasus belum
            dapat dinyatakan selesai dikerjakan.
          </p>
        </Notice>
      )}
      <p>Hanya “selesai dikerjakan” yang dihitung sebagai selesai. Warga dapat membuka kembali dalam batas waktu.</p>
      <Hidden name="version" value={found.version} />
      <Select
        name="outcome"
        label="Hasil"
        value={chosen}
        options={chosenOutcomes.map((outcome) => [outcome, outcomes[outcome].name] as const)}
      />
      <div class="for for-planned">
        <Field name="year" label="Tahun anggaran" inputMode="numeric" value={kept(draft, 'close', 'year')} />
        <Field name="budget" label="Mata anggaran" value={kept(draft, 'close', 'budget')} />
      </div>
      <div class="for for-impossible">
        <Field name="reason" label="Alasan tidak dapat dipenuhi" value={kept(draft, 'close', 'reason')} />
      </div>
      <div class="for for-passed-outside">
        <Field name="to" label="Instansi tujuan" value={kept(draft, 'close', 'to')} />
      </div>
      <div class="for for-duplicate">
        <Field name="same" label="Tiket laporan yang sama" value={kept(draft, 'close', 'same')} />
      </div>
      {found.state !== 'answered' && (
        <TextArea
          name="text"
          label="Jawaban akhir kepada warga"
          hint="Kasus tertutup begitu jawaban ini tampil bagi warga."
          rows={4}
          required
          value={kept(draft, 'close', 'text')}
        />
      )}
    </Form>
  )
}

/** For a word that asks nothing, after an answer: thanks. */
export function DismissForm({ found, draft, errors }: Props): JSX.Element {
  return (
    <Form
      action={casePaths.closure.href({ ticket: found.ticket })}
      errors={errors}
      submit="Tutup tanpa jawaban baru"
      refusedTitle="Belum ditutup"
      kind="plain"
    >
      <p>Untuk ucapan terima kasih setelah jawaban akhir. Tercatat dan dilaporkan terpisah.</p>
      <Hidden name="version" value={found.version} />
      <Hidden name="outcome" value="no-answer-needed" />
      <Field name="reason" label="Penjelasan" required value={kept(draft, 'dismiss', 'reason')} />
    </Form>
  )
}

export function ReopenForm({ found, draft, errors }: Props): JSX.Element {
  return (
    <Form
      action={casePaths.reopening.href({ ticket: found.ticket })}
      errors={errors}
      submit="Buka kembali"
      refusedTitle="Belum dibuka"
      kind="plain"
    >
      <p>Batas waktu dihitung baru sejak kasus dibuka kembali.</p>
      <Hidden name="version" value={found.version} />
      <Field name="reason" label="Alasan" required value={kept(draft, 'reopen', 'reason')} />
    </Form>
  )
}
