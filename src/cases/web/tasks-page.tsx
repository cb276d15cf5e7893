import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { At } from '../../platform/ui/at.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { Task, Tasks } from '../find-tasks.ts'
import { casePaths } from '../paths.ts'

/** What waits for me among the cases of my agency. */
export function TasksPage({ frame, tasks }: { frame: Frame; tasks: Tasks }): JSX.Element {
  const { assigned, mentions, proposals } = tasks
  const none = assigned.length + mentions.length + proposals.length === 0
  return (
    <StaffPage frame={frame} title="Tugas saya">
      {none && (
        <Empty title="Tidak ada kasus yang menunggu Anda">
          <a href={casePaths.inbox.href()}>Lihat semua kasus</a>
        </Empty>
      )}
      {proposals.length > 0 && (
        <Section title="Jawaban yang menunggu persetujuan Anda">
          <List caption="Jawaban yang diajukan, yang terlama di atas" tasks={proposals} words="Jawaban" />
        </Section>
      )}
      {mentions.length > 0 && (
        <Section title="Catatan yang menyebut Anda">
          <List caption="Catatan yang belum Anda buka, yang terlama di atas" tasks={mentions} words="Catatan" />
        </Section>
      )}
      {assigned.length > 0 && (
        <Section title="Kasus yang ditugaskan kepada Anda">
          <List caption="Kasus menurut batas waktu terdekat" tasks={assigned} words="Pesan" />
        </Section>
      )}
    </StaffPage>
  )
}

const List = (props: { caption: string; tasks: readonly Task[]; words: string }): JSX.Element => (
  <Table
    caption={props.caption}
    rows={props.tasks}
    columns={[
      { head: 'Perihal', cell: ({ ticket, subject }) => <a href={casePaths.case.href({ ticket })}>{subject}</a> },
      { head: 'Batas waktu', cell: ({ nextDueAt }) => (nextDueAt ? <At instant={nextDueAt} /> : '–') },
      { head: 'Dari', cell: ({ by }) => by },
      { head: props.words, cell: ({ words }) => shortened(words ?? '–') },
    ]}
  />
)

const shortened = (text: string): string => (text.length > 140 ? `${text.slice(0, 140)}…` : text)
