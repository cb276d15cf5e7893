import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { PostButton } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Field, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { casePaths } from '../paths.ts'
import type { SavedAnswer } from '../saved-answer.ts'

/** Owner of a saved answer: agency id and name; '' is the whole city. */
export type Owners = readonly (readonly [id: string, name: string])[]

interface Props {
  frame: Frame
  items: readonly SavedAnswer[]
  words: string
  /** For whom this person may keep texts. */
  owners: Owners
  names: ReadonlyMap<string, string>
  input?: { owner: string; title: string; text: string }
  errors?: FieldErrors
}

const placeholderHint = '{tiket} dan {perangkat-daerah} diisi sendiri ketika disisipkan.'

/** Texts an agency, or the whole city, answers with again and again. */
export function SavedAnswersPage({ frame, items, words, owners, names, input, errors }: Props): JSX.Element {
  const owned = new Set(owners.map(([id]) => id))
  return (
    <StaffPage frame={frame} title="Jawaban tersimpan">
      <Filters action={casePaths.savedAnswers.href()} submit="Cari">
        <Field name="cari" label="Cari dalam judul dan teks" type="search" value={words} />
      </Filters>
      <Table
        caption="Jawaban tersimpan menurut judul"
        rows={items}
        columns={[
          {
            head: 'Judul',
            cell: ({ id, title, agencyId }) =>
              owned.has(agencyId ?? '') ? <a href={casePaths.savedAnswer.href({ id })}>{title}</a> : title,
          },
          { head: 'Teks', cell: ({ text }) => text },
          { head: 'Milik', cell: ({ agencyId }) => (agencyId === null ? 'Seluruh kota' : names.get(agencyId)) },
        ]}
        empty={
          words === '' ? (
            <Empty title="Belum ada jawaban tersimpan">Simpan yang pertama dengan formulir di bawah.</Empty>
          ) : (
            <Empty title="Tidak ada yang cocok">Cari dengan kata lain.</Empty>
          )
        }
      />
      {owners.length > 0 && (
        <Section title="Simpan jawaban baru">
          <Form action={casePaths.savedAnswers.href()} errors={errors} submit="Simpan jawaban">
            {owners.length > 1 && <Select name="owner" label="Milik" value={input?.owner ?? ''} options={owners} />}
            <Texts title={input?.title} text={input?.text} />
          </Form>
        </Section>
      )}
    </StaffPage>
  )
}

export function SavedAnswerPage(props: { frame: Frame; found: SavedAnswer; errors?: FieldErrors }): JSX.Element {
  const { frame, found, errors } = props
  return (
    <StaffPage frame={frame} title={found.title || 'Jawaban tersimpan'}>
      <Form action={casePaths.savedAnswer.href({ id: found.id })} errors={errors} submit="Simpan perubahan">
        <Texts title={found.title} text={found.text} />
      </Form>
      <PostButton
        action={casePaths.savedAnswerRemoval.href({ id: found.id })}
        label="Hapus jawaban ini"
        kind="danger"
      />
    </StaffPage>
  )
}

const Texts = ({ title, text }: { title?: string | undefined; text?: string | undefined }): JSX.Element => (
  <>
    <Field name="title" label="Judul" required value={title} />
    <TextArea name="text" label="Teks" hint={placeholderHint} rows={6} required value={text} />
  </>
)
