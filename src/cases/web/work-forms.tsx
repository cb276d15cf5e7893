import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { Badge } from '../../platform/ui/badge.tsx'
import { PostButton } from '../../platform/ui/button.tsx'
import { Field, Select, TextArea } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Tags } from '../../platform/ui/tags.tsx'
import type { Colleague } from '../colleague.ts'
import type { CaseInFull } from '../find-case.ts'
import type { CaseWork } from '../find-case-work.ts'
import { casePaths } from '../paths.ts'
import { type Draft, kept } from './case-forms.tsx'

interface Props {
  found: CaseInFull
  work: CaseWork
  draft?: Draft | undefined
  errors: FieldErrors | undefined
}

const choice = ({ personId, name, agencyId }: Colleague) =>
  [personId, agencyId === null ? `${name} (Diskominfostandi)` : name] as const

export function NoteForm({ found, work, draft, errors }: Props): JSX.Element {
  return (
    <Form action={casePaths.notes.href({ ticket: found.ticket })} errors={errors} submit="Simpan catatan" kind="plain">
      <TextArea
        name="text"
        label="Catatan untuk rekan"
        hint="Tidak pernah tampil bagi warga. Tulis @nama untuk meminta seorang rekan melihat kasus ini."
        rows={3}
        required
        value={kept(draft, 'note', 'text')}
      />
      <Select
        name="mention"
        label="Minta dilihat oleh"
        value={kept(draft, 'note', 'mention') ?? ''}
        options={[
          ['', 'Tidak seorang pun'],
          ...work.colleagues.filter((one) => one.personId !== work.self).map(choice),
        ]}
      />
    </Form>
  )
}

export function AssignForm({ found, work, draft, errors }: Props): JSX.Element {
  const own = work.colleagues.filter(({ agencyId }) => agencyId === found.agencyId)
  return (
    <Form action={casePaths.assignment.href({ ticket: found.ticket })} errors={errors} submit="Tugaskan" kind="plain">
      <Select
        name="personId"
        label="Ditugaskan kepada"
        value={kept(draft, 'assign', 'personId') ?? work.assignee?.personId ?? ''}
        options={[['', 'Belum seorang pun'], ...own.map(choice)]}
      />
      <Field name="note" label="Pesan disposisi" value={kept(draft, 'assign', 'note')} />
    </Form>
  )
}

export function LabelForm({ found, work, draft, errors }: Props): JSX.Element {
  const unused = work.agencyLabels.filter(({ id }) => !work.labels.some((label) => label.id === id))
  return (
    <>
      {work.labels.length > 0 && (
        <Tags>
          {work.labels.map(({ id, name }) => (
            <PostButton
              key={id}
              action={casePaths.labelRemoval.href({ ticket: found.ticket, label: id })}
              label={`Lepas “${name}”`}
              kind="quiet"
            />
          ))}
        </Tags>
      )}
      <Form action={casePaths.labels.href({ ticket: found.ticket })} errors={errors} submit="Pasang label" kind="plain">
        {unused.length > 0 && (
          <Select
            name="chosen"
            label="Label yang ada"
            value=""
            options={[['', 'Pilih'], ...unused.map(({ name }) => [name, name] as const)]}
          />
        )}
        <Field
          name="name"
          label="Label baru"
          hint="Satu atau dua kata, misalnya: musim hujan."
          value={kept(draft, 'label', 'name')}
        />
      </Form>
    </>
  )
}

export const LabelBadges = ({ work }: { work: CaseWork }): JSX.Element => (
  <>
    {work.labels.map(({ id, name }) => (
      <Badge key={id} tone="quiet">
        {name}
      </Badge>
    ))}
  </>
)
