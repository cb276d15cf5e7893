import type { JSX } from 'preact'
import type { FieldErrors } from '../../platform/refusal.ts'
import { dayInWib, formatInstant } from '../../platform/time.ts'
import { OnDay } from '../../platform/ui/at.tsx'
import { PostButton } from '../../platform/ui/button.tsx'
import { Field, Hidden, Select } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Table } from '../../platform/ui/table.tsx'
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

/** The one matter that many write about; likely same cases first. */
export function TopicForm(props: Props): JSX.Element {
  const { found, work } = props
  const others = work.similar.filter(({ topicId }) => topicId === null || topicId !== found.topic?.id)
  return (
    <>
      {others.length > 0 && (
        <Table
          caption="Mungkin perkara yang sama, yang paling mirip di atas"
          rows={others}
          columns={[
            {
              head: 'Perihal',
              cell: ({ ticket, subject, told }) => (
                <>
                  <a href={casePaths.case.href({ ticket })}>{subject}</a>
                  {told && ' (menurut warga)'}
                </>
              ),
            },
            { head: 'Diterima', cell: ({ receivedAt }) => <OnDay day={dayInWib(receivedAt)} /> },
            {
              head: 'Tindakan',
              cell: ({ ticket }) => (
                <PostButton
                  action={casePaths.topicOf.href({ ticket: found.topic ? ticket : found.ticket })}
                  label="Gabungkan ke topik ini"
                  kind="quiet"
                  fields={{ with: found.topic ? found.ticket : ticket }}
                />
              ),
            },
          ]}
        />
      )}
      <TopicChoice {...props} />
    </>
  )
}

function TopicChoice({ found, work, draft, errors }: Props): JSX.Element {
  const { ticket, topic } = found
  if (topic)
    return (
      <>
        <p>
          <a href={casePaths.topic.href({ id: topic.id })}>{topic.name}</a>
        </p>
        <PostButton action={casePaths.topicLeaving.href({ ticket })} label="Keluarkan dari topik ini" kind="quiet" />
      </>
    )
  return (
    <Form action={casePaths.topicOf.href({ ticket })} errors={errors} submit="Kelompokkan" kind="plain">
      <p>Banyak warga, satu perkara: tiap kasus tetap bertiket sendiri dan tiap warga dijawab.</p>
      {work.topics.length > 0 && (
        <Select
          name="topicId"
          label="Topik yang ada"
          value={kept(draft, 'topic', 'topicId') ?? ''}
          options={[['', 'Topik baru'], ...work.topics.map(({ id, name }) => [id, name] as const)]}
        />
      )}
      <Field
        name="name"
        label="Nama topik baru"
        hint="Misalnya: banjir Jalan Contoh, November 2026."
        value={kept(draft, 'topic', 'name')}
      />
    </Form>
  )
}

/** Two reports of one citizen become one; or a message about another matter becomes a case of its own. */
export function MergeForms({ found, draft, errors, splitErrors }: Props & { splitErrors: FieldErrors | undefined }) {
  const { ticket, version } = found
  if (found.mergedInto !== null)
    return (
      <PostButton
        action={casePaths.parting.href({ ticket })}
        label={`Batalkan penggabungan ke ${found.mergedInto}`}
        fields={{ version }}
      />
    )
  const words = found.messages.filter(({ author, from }) => author === 'citizen' && from === null).slice(1)
  return (
    <>
      {found.state !== 'closed' && (
        <Form action={casePaths.merge.href({ ticket })} errors={errors} submit="Gabungkan" kind="plain">
          <p>
            Untuk laporan ganda dari warga yang sama. Yang lebih baru digabung ke yang lebih lama; perangkat daerah yang
            lebih dahulu menerima yang menjawab.
          </p>
          <Hidden name="version" value={version} />
          <Field name="into" label="Gabungkan ke tiket" required value={kept(draft, 'merge', 'into')} />
        </Form>
      )}
      {found.mayAnswer && words.length > 0 && (
        <Form action={casePaths.split.href({ ticket })} errors={splitErrors} submit="Pisahkan pesan" kind="plain">
          <p>Pesan tentang perkara lain menjadi kasus sendiri, dengan waktu terimanya sendiri.</p>
          <Hidden name="version" value={version} />
          <Select
            name="messageId"
            label="Pesan yang dipisahkan"
            value={kept(draft, 'split', 'messageId') ?? ''}
            options={words.map(({ id, at, text }) => [id, `${formatInstant(at)}: ${[...text].slice(0, 60).join('')}`])}
          />
        </Form>
      )}
    </>
  )
}
