import type { JSX } from 'preact'
import type { Agency } from '../../agencies/agency.ts'
import { figurePaths } from '../../figures/paths.ts'
import type { Frame } from '../../platform/http/route.ts'
import { addMonths, formatMonth, formatNumber } from '../../platform/time.ts'
import { At } from '../../platform/ui/at.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { platforms } from '../account.ts'
import type { PostFigures } from '../figures.ts'
import { channelPaths } from '../paths.ts'
import { themes } from '../post.ts'
import {
  type PostFigure,
  type PublishedPost,
  postKinds,
  postsBehind,
  type Reach,
  reachOf,
  reachWords,
} from '../post-count.ts'
import { firstWords } from './first-words.ts'

interface Props {
  frame: Frame
  /** `YYYY-MM`. */
  month: string
  running: string
  agencies: readonly Agency[]
  agencyId: string
  /** What the list below shows. */
  figure: PostFigure
  figures: PostFigures
}

const figureWords: Readonly<Record<PostFigure, string>> = {
  all: 'Siaran terbit',
  ...themes,
  ...postKinds,
  emergency: 'Darurat, tanpa persetujuan',
}
const figureNames = Object.keys(figureWords) as PostFigure[]

/** A year back, as the filter offers it. */
const monthsUntil = (running: string): [string, string][] =>
  Array.from({ length: 13 }, (_, i) => addMonths(running, -i)).map((month) => [month, formatMonth(month)])

export function PostFiguresPage(props: Props): JSX.Element {
  const { frame, month, running, agencies, agencyId, figure, figures } = props
  const listed = postsBehind(figure, figures.list)
  const hrefOf = (yang: PostFigure): string =>
    `${channelPaths.figures.href({}, { bulan: month, perangkat: agencyId, yang })}#daftar`
  const months = monthsUntil(running)
  return (
    <StaffPage frame={frame} title={`Angka siaran ${formatMonth(month)}`}>
      <Filters action={channelPaths.figures.href()}>
        <Select
          name="bulan"
          label="Bulan"
          value={month}
          options={months.some(([one]) => one === month) ? months : [[month, formatMonth(month)], ...months]}
        />
        {agencies.length > 1 && (
          <Select
            name="perangkat"
            label="Perangkat daerah"
            value={agencyId}
            options={agencies.map(({ id, name }) => [id, name])}
          />
        )}
      </Filters>
      <Facts
        items={[
          ...figureNames.map((name): [string, JSX.Element] => [
            figureWords[name],
            <a href={hrefOf(name)} key={name}>
              {formatNumber(postsBehind(name, figures.list).length)}
            </a>,
          ]),
          ['Hari tanpa siaran', formatNumber(figures.daysWithoutPost)],
        ]}
      />
      {frame.may('case.read') && (
        <p>
          Pesan warga yang masuk, dijawab, dan tepat waktu:{' '}
          <a href={figurePaths.figures.href({}, { dari: month, sampai: month, perangkat: agencyId })}>angka kasus</a>.
        </p>
      )}
      <ReachTable posts={figures.list} />
      <Posts posts={listed} figure={figure} />
    </StaffPage>
  )
}

const told = (count: number | null): string => (count === null ? 'tidak diberitahukan' : formatNumber(count))
const reachNames = Object.keys(reachWords) as (keyof Reach)[]

const ReachTable = ({ posts }: { posts: readonly PublishedPost[] }): JSX.Element => (
  <Table
    caption="Jangkauan, sejauh diberitahukan"
    rows={reachOf(posts)}
    columns={[
      { head: 'Kanal', cell: ({ platform }) => platforms[platform] },
      { head: 'Siaran', numeric: true, cell: ({ posts }) => formatNumber(posts) },
      { head: 'Yang diketahui', numeric: true, cell: ({ told }) => formatNumber(told) },
      ...reachNames.map((name) => ({
        head: reachWords[name],
        numeric: true,
        cell: (row: Reach) => told(row[name]),
      })),
    ]}
    empty={<Empty title="Belum ada siaran pada bulan ini" />}
  />
)

const Posts = ({ posts, figure }: { posts: readonly PublishedPost[]; figure: PostFigure }): JSX.Element => (
  <section id="daftar" class="section">
    <Table
      caption={`Daftar: ${figureWords[figure]}`}
      rows={posts}
      columns={[
        { head: 'Isi', cell: (post) => <Words post={post} /> },
        { head: 'Kanal', cell: ({ platform }) => platforms[platform] },
        { head: 'Tema', cell: ({ theme }) => themes[theme] },
        { head: 'Cara', cell: ({ kind }) => postKinds[kind] },
        { head: 'Terbit', cell: ({ at }) => <At instant={at} /> },
      ]}
      empty={<Empty title="Tidak ada siaran seperti ini pada bulan ini" />}
    />
  </section>
)

/** What was noted by hand has no page of its own, and not always an address. */
function Words({ post: { kind, postId, url, text } }: { post: PublishedPost }): JSX.Element {
  const href = kind === 'noted' ? url : channelPaths.post.href({ id: postId })
  return href === null ? <span>{firstWords(text)}</span> : <a href={href}>{firstWords(text)}</a>
}
