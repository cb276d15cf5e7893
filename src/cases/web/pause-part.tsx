import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { At } from '../../platform/ui/at.tsx'
import { Hidden, Radios, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { CaseInFull } from '../find-case.ts'
import type { CasePause } from '../find-case-pauses.ts'
import { casePaths } from '../paths.ts'
import { type Draft, kept } from './case-forms.tsx'

interface Props {
  found: CaseInFull
  draft?: Draft | undefined
  errors: FieldErrors | undefined
}

/** For what the clocks stand still, or stood; and the form to let them. */
export function PausePart({ found, draft, errors }: Props): JSX.Element {
  const running = found.pauses.find(({ endedAt }) => endedAt === null)
  const waits = found.state === 'open' || found.state === 'replied'
  return (
    <>
      {found.pauses.length > 0 && <Pauses of={found.pauses} />}
      {found.mayAnswer && running && <ResumeForm found={found} errors={errors} />}
      {found.mayAnswer && waits && !running && <PauseForm found={found} draft={draft} errors={errors} />}
    </>
  )
}

function PauseForm({ found, draft, errors }: Props): JSX.Element {
  return (
    <Form
      action={casePaths.pauses.href({ ticket: found.ticket })}
      errors={errors}
      submit="Jeda hitungan waktu"
      kind="plain"
    >
      <Hidden name="version" value={found.version} />
      <Radios
        name="reason"
        label="Alasan jeda"
        value={kept(draft, 'pause', 'reason') ?? ''}
        options={found.pauseReasons.map(({ id, name, limitDays }) => [
          id,
          `${name} (paling lama ${limitDays} hari kerja)`,
        ])}
        hint="Balasan pertama, verifikasi, dan lamanya warga menunggu tidak pernah dijeda. Setiap jeda dilaporkan."
      />
      <TextArea
        name="note"
        label="Apa yang ditunggu"
        required
        rows={2}
        value={kept(draft, 'pause', 'note')}
        hint="Misalnya surat yang dikirim, atau hari pemeriksaan."
      />
    </Form>
  )
}

const ResumeForm = ({ found, errors }: Props): JSX.Element => (
  <Form
    action={casePaths.resumption.href({ ticket: found.ticket })}
    errors={errors}
    submit="Lanjutkan hitungan waktu"
    kind="plain"
  >
    <Hidden name="version" value={found.version} />
  </Form>
)

const Pauses = ({ of }: { of: readonly CasePause[] }): JSX.Element => (
  <Table
    caption="Jeda hitungan waktu"
    rows={of}
    columns={[
      { head: 'Alasan', cell: ({ reason }) => reason },
      { head: 'Yang ditunggu', cell: ({ note }) => note },
      { head: 'Mulai', cell: ({ at }) => <At instant={at} /> },
      { head: 'Sampai', cell: (pause) => <Until of={pause} /> },
      { head: 'Oleh', cell: ({ by }) => by },
    ]}
  />
)

const endings: Readonly<Record<NonNullable<CasePause['how']>, string>> = {
  resumed: 'dilanjutkan petugas',
  word: 'warga menulis lagi',
  limit: 'batas jeda tercapai',
  answered: 'dijawab',
  'passed-on': 'diteruskan',
  closed: 'ditutup',
}

function Until({ of: { endedAt, limitAt, how } }: { of: CasePause }): JSX.Element {
  if (endedAt)
    return (
      <>
        <At instant={endedAt} /> {how && `(${endings[how]})`}
      </>
    )
  return limitAt ? (
    <>
      paling lama <At instant={limitAt} />
    </>
  ) : (
    <>batasnya belum dapat dihitung</>
  )
}

/** Why it is late, in the words of the agency. It moves no clock. */
export function ExplainForm({ found, draft, errors }: Props): JSX.Element {
  return (
    <>
      {found.explanations.map(({ text, by, at }) => (
        <p key={at.getTime()}>
          {text}{' '}
          <span class="hint">
            {by}, <At instant={at} />
          </span>
        </p>
      ))}
      {found.mayAnswer && (
        <Form
          action={casePaths.explanations.href({ ticket: found.ticket })}
          errors={errors}
          submit="Catat penjelasan"
          kind="plain"
        >
          <TextArea
            name="text"
            label="Mengapa kasus ini terlambat"
            required
            rows={3}
            value={kept(draft, 'explain', 'text')}
            hint="Terbaca dalam daftar kasus yang terlambat. Tidak mengubah batas waktu."
          />
        </Form>
      )}
    </>
  )
}
