import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { At, OnDay } from '../../platform/ui/at.tsx'
import { Badge } from '../../platform/ui/badge.tsx'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Field, Hidden, Radios } from '../../platform/ui/fields.tsx'
import { Form } from '../../platform/ui/form.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type Announcement, type AnnouncementTask, taskStates } from '../announcement.ts'
import { channelPaths } from '../paths.ts'

interface Props {
  frame: Frame
  announcement: Announcement
  tasks: readonly AnnouncementTask[]
  /** Open tasks that this person may do something about. */
  mine: readonly AnnouncementTask[]
  typed?: { agencyId: string; state: string; note: string }
  errors?: FieldErrors
}

export function AnnouncementPage({ frame, announcement, tasks, mine, typed, errors }: Props): JSX.Element {
  const { id, handle, text, url, points, untilDay, authorName } = announcement
  return (
    <StaffPage frame={frame} title="Pengumuman kota">
      <Facts
        items={[
          ['Penyiar', `@${handle}`],
          ['Di X', url && <a href={url}>{url}</a>],
          ['Ditindaklanjuti paling lambat', <OnDay day={untilDay} />],
          ['Diumumkan oleh', authorName],
        ]}
      />
      <Section title="Siaran yang diumumkan">
        <p class="preview-text">{text}</p>
      </Section>
      <Section title="Pokok yang tidak boleh hilang">
        <p class="preview-text">{points}</p>
      </Section>
      {mine.map((task) => (
        <Section key={task.agencyId} title={`Tugas ${task.agency}`}>
          <p>X melarang teks yang sama dari beberapa akun: tulislah sendiri, atau bagikan ulang siaran itu di X.</p>
          <p class="actions">
            <ButtonLink href={channelPaths.newPost.href({}, { pengumuman: id })} kind="main">
              Tulis dengan kata sendiri
            </ButtonLink>
          </p>
          <Form
            action={channelPaths.announcementTask.href({ id })}
            errors={typed?.agencyId === task.agencyId ? errors : {}}
            submit="Catat"
            kind="plain"
          >
            <Hidden name="agencyId" value={task.agencyId} />
            <Radios
              name="state"
              label="Tindak lanjut lain"
              value={typed?.agencyId === task.agencyId ? typed.state : ''}
              options={[
                ['reposted', 'Sudah kami bagikan ulang di X'],
                ['declined', 'Tidak relevan bagi kami'],
              ]}
            />
            <Field
              name="note"
              label="Alamatnya di X, atau alasan"
              value={typed?.agencyId === task.agencyId ? typed.note : ''}
              hint="Alasan wajib bila tidak relevan."
            />
          </Form>
        </Section>
      ))}
      <Section title="Tindak lanjut">
        <Table
          caption={`${tasks.filter(({ state }) => state !== 'open').length} dari ${tasks.length} perangkat daerah sudah menindaklanjuti`}
          rows={tasks}
          columns={[
            { head: 'Perangkat daerah', cell: (t) => t.agency },
            {
              head: 'Tindak lanjut',
              cell: (t) => <Badge tone={t.state === 'open' ? 'warn' : 'good'}>{taskStates[t.state]}</Badge>,
            },
            { head: 'Keterangan', cell: (t) => <Note task={t} /> },
            { head: 'Saat', cell: (t) => (t.doneAt ? <At instant={t.doneAt} /> : '–') },
          ]}
          empty={<Empty title="Bukan untuk perangkat daerah Anda" />}
        />
      </Section>
    </StaffPage>
  )
}

function Note({ task: { state, postId, note } }: { task: AnnouncementTask }): JSX.Element {
  if (state === 'written' && postId) return <a href={channelPaths.post.href({ id: postId })}>Siarannya</a>
  if (state === 'reposted' && note) return <a href={note}>{note}</a>
  return <>{note ?? '–'}</>
}
