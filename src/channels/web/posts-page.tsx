import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { At } from '../../platform/ui/at.tsx'
import { ButtonLink } from '../../platform/ui/button.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { NextPage } from '../../platform/ui/pager.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { channelPaths } from '../paths.ts'
import { type Post, postStates, themes } from '../post.ts'
import { firstWords } from './first-words.ts'
import { PostBadge } from './state-badge.tsx'

interface Props {
  frame: Frame
  posts: readonly Post[]
  state: string
  next: string | null
}

export function PostsPage({ frame, posts, state, next }: Props): JSX.Element {
  return (
    <StaffPage
      frame={frame}
      title="Siaran"
      actions={
        <>
          {frame.may('post.write') && (
            <ButtonLink href={channelPaths.newPost.href()} kind="main">
              Tulis siaran
            </ButtonLink>
          )}
          <ButtonLink href={channelPaths.schedule.href()}>Jadwal</ButtonLink>
          <ButtonLink href={channelPaths.figures.href()}>Angka</ButtonLink>
          <ButtonLink href={channelPaths.announcements.href()}>Pengumuman kota</ButtonLink>
          <ButtonLink href={channelPaths.nationalMessages.href()}>Narasi nasional</ButtonLink>
          <ButtonLink href={channelPaths.approvalRules.href()}>Persetujuan</ButtonLink>
        </>
      }
    >
      <Filters action={channelPaths.posts.href()}>
        <Select name="keadaan" label="Keadaan" value={state} options={[['', 'Semua'], ...Object.entries(postStates)]} />
      </Filters>
      <Table
        caption="Siaran, terbaru di atas"
        rows={posts}
        columns={[
          { head: 'Isi', cell: (p) => <a href={channelPaths.post.href({ id: p.id })}>{firstWords(p.text)}</a> },
          { head: 'Akun', cell: (p) => `@${p.handle}` },
          { head: 'Tema', cell: (p) => (p.theme ? themes[p.theme] : '–') },
          { head: 'Keadaan', cell: (p) => <PostBadge state={p.state} dueAt={p.scheduledFor && p.dueAt} /> },
          { head: 'Sejak', cell: (p) => <At instant={p.stateSince} /> },
        ]}
        empty={<Empty title="Belum ada siaran">Tulis siaran pertama, lalu mintalah persetujuan.</Empty>}
      />
      <NextPage href={next} />
    </StaffPage>
  )
}
