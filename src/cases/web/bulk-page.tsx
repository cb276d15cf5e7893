import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field, Hidden, Select } from '../../platform/ui/fields.tsx'
import { Fold } from '../../platform/ui/fold.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type BulkAct, type BulkDone, type BulkInput, bulkActs, type Chosen } from '../act-on-cases.ts'
import { type Case, caseClasses, caseKinds } from '../case.ts'
import { outcomes } from '../closing.ts'
import { casePaths } from '../paths.ts'
import { StateBadge } from './state-badge.tsx'

type Options = readonly (readonly [value: string, name: string])[]

interface BulkPageProps {
  frame: Frame
  cases: readonly Case[]
  /** As they were picked: what changed since is refused. */
  chosen: readonly Chosen[]
  /** Of the one agency all of them are at; empty when they are at several. */
  people: Options
  agencies: Options
  refused?: { act: BulkAct | null; errors: FieldErrors; input: BulkInput }
}

/** Ends that need no new answer; all else is written case by case. */
const ends = ['no-answer-needed', 'done', 'impossible', 'archived'] as const

/** What can be done with all that were picked: one form for each act, folded. */
export function BulkPage({ frame, cases, chosen, people, agencies, refused }: BulkPageProps): JSX.Element {
  const form = (act: BulkAct, fields: JSX.Element) => (
    <Fold title={bulkActs[act]} open={refused?.act === act}>
      <Form
        action={casePaths.bulk.href()}
        errors={refused?.act === act ? refused.errors : {}}
        submit={`${bulkActs[act]}: ${cases.length} kasus`}
        kind="plain"
      >
        <Hidden name="act" value={act} />
        {chosen.map(({ ticket, version }) => (
          <Hidden key={ticket} name="kasus" value={`${ticket}:${version}`} />
        ))}
        {fields}
      </Form>
    </Fold>
  )
  const kept = (name: string): string | undefined => refused?.input[name]
  if (cases.length === 0)
    return (
      <StaffPage frame={frame} title="Tindakan untuk banyak kasus">
        <Empty title="Belum ada kasus yang dipilih">
          Beri centang pada kasus di <a href={casePaths.inbox.href()}>daftar kasus</a>, lalu lanjutkan.
        </Empty>
      </StaffPage>
    )
  return (
    <StaffPage frame={frame} title="Tindakan untuk banyak kasus">
      <p>
        Setiap kasus diperiksa sendiri-sendiri: yang tidak dapat diubah dilewati dan disebutkan alasannya pada halaman
        hasil.
      </p>
      {form(
        'assign',
        people.length > 0 ? (
          <Select
            name="personId"
            label="Ditugaskan kepada"
            value={kept('personId')}
            options={[['', 'Belum seorang pun'], ...people]}
          />
        ) : (
          <p>Kasus yang dipilih milik beberapa perangkat daerah. Pilih dari satu perangkat daerah untuk menugaskan.</p>
        ),
      )}
      {form('label', <Field name="name" label="Label" value={kept('name')} required />)}
      {form(
        'classify',
        <>
          <Select name="kind" label="Jenis" value={kept('kind')} options={Object.entries(caseKinds)} />
          <Select
            name="class"
            label="Kelas pengaduan"
            hint="Hanya untuk pengaduan. Batas waktu dihitung ulang sejak diterima."
            value={kept('class')}
            options={Object.entries(caseClasses)}
          />
        </>,
      )}
      {form(
        'pass-on',
        <>
          <Select
            name="agencyId"
            label="Perangkat daerah yang berwenang"
            value={kept('agencyId')}
            options={[['', 'Pilih'], ...agencies]}
            required
          />
          <Field name="reason" label="Alasan" value={kept('reason')} required />
        </>,
      )}
      {form(
        'close',
        <>
          <Select
            name="outcome"
            label="Hasil"
            hint="Selain arsip, hanya untuk kasus yang jawaban akhirnya sudah tampil bagi warga."
            value={kept('outcome')}
            options={ends.map((end) => [end, outcomes[end].name] as const)}
          />
          <Field name="reason" label="Alasan" value={kept('reason')} />
        </>,
      )}
      <Table
        caption="Kasus yang dipilih"
        rows={cases}
        columns={[
          { head: 'Perihal', cell: (c) => <a href={casePaths.case.href({ ticket: c.ticket })}>{c.subject}</a> },
          { head: 'Keadaan', cell: (c) => <StateBadge state={c.state} /> },
          { head: 'Jenis', cell: (c) => caseKinds[c.kind] },
        ]}
      />
    </StaffPage>
  )
}

/** What became of each. */
export function BulkResultPage({ frame, done }: { frame: Frame; done: BulkDone }): JSX.Element {
  const refused = done.results.filter((one) => one.refused !== null)
  return (
    <StaffPage frame={frame} title={`Hasil: ${bulkActs[done.act].toLowerCase()}`}>
      <p>
        {done.results.length - refused.length} kasus berhasil, {refused.length} kasus dilewati.{' '}
        <a href={casePaths.inbox.href()}>Kembali ke daftar kasus</a>
      </p>
      <Table
        caption="Setiap kasus, yang dilewati di atas"
        rows={[...refused, ...done.results.filter((one) => one.refused === null)]}
        columns={[
          { head: 'Kasus', cell: ({ ticket }) => <a href={casePaths.case.href({ ticket })}>{ticket}</a> },
          {
            head: 'Hasil',
            cell: ({ refused }) =>
              refused === null ? <Badge tone="good">Berhasil</Badge> : <Badge tone="warn">Dilewati</Badge>,
          },
          { head: 'Alasan', cell: ({ refused }) => refused ?? '–' },
        ]}
      />
    </StaffPage>
  )
}
