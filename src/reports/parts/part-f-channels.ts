import { channelName } from '../../cases/case.ts'
import { platforms } from '../../channels/account.ts'
import { type AccountAtEnd, accountsAtEnd } from '../../channels/accounts-at-end.ts'
import { type PostFigures, postFigures } from '../../channels/figures.ts'
import { postKinds } from '../../channels/post-count.ts'
import type { MessageFigures } from '../../figures/message-count.ts'
import { messageFigures, type RegisteredTurn } from '../../figures/message-figures.ts'
import { formatDate, formatInstant } from '../../platform/time.ts'
import { contentThemes } from '../../publishing/content.ts'
import { type FigureTable, figure, type Listing, percent } from '../figure.ts'
import { part, type ReportPart } from './part.ts'

const title = 'Kanal media sosial dan pesan warga'

/** What the agency said (I-2.1) and how it answered (I-2.2). */
export const channelsPart: ReportPart = {
  letter: 'F',
  title,
  async fill(ctx, { agencyId, month }) {
    const posts = await postFigures(ctx, agencyId, month)
    const messages = await messageFigures(ctx, agencyId, month)
    return part('F', title, {
      facts: accountFacts(await accountsAtEnd(ctx, agencyId, month)),
      tables: [postsTable(posts), messagesTable(messages)],
      lists: [postsList(posts), messagesList(messages)],
    })
  },
}

/** Which accounts there were at the month's end, and how they stood; that there was none is said too. Pure. */
export function accountFacts(accounts: readonly AccountAtEnd[]): [label: string, text: string][] {
  if (accounts.length === 0) return [['Akun media sosial', 'Belum ada akun yang terdaftar']]
  return accounts.map(({ platform, handle, words }) => [`Akun ${platforms[platform]}`, `${handle}: ${words}`])
}

/** Pure. */
export function postsTable(posts: PostFigures): FigureTable {
  const { published, threads, noted, emergencies, daysWithoutPost, list } = posts
  return {
    title: 'Siaran di media sosial',
    of: 'Ukuran',
    columns: ['Nilai'],
    rows: [
      ...Object.entries(contentThemes).map(([theme, label]) => ({
        label: `Siaran bertema ${label.toLowerCase()}`,
        cells: [figure(`posts.theme.${theme}`, published[theme as keyof typeof contentThemes])],
      })),
      { label: 'Jumlah siaran', cells: [figure('posts.published', list.length)] },
      { label: 'Di antaranya utas', cells: [figure('posts.threads', threads)] },
      { label: 'Di antaranya dicatat dengan tangan', cells: [figure('posts.noted', noted)] },
      { label: 'Dikirim darurat tanpa persetujuan', cells: [figure('posts.emergencies', emergencies)] },
      { label: 'Tanpa siaran', cells: [figure('posts.days-without', daysWithoutPost, 'days')] },
    ],
    list: 'posts',
  }
}

/** Pure. In time: of those that had to be answered, which are the answered in time and the broken ones. */
export function messagesTable(messages: MessageFigures): FigureTable {
  const { received, answered, passedOn, withoutAnswer, inTime, late, openAtEnd, medianMinutes } = messages
  const due = inTime + late
  const median = figure('messages.median', medianMinutes && Math.round(medianMinutes), 'minutes', 'nothing')
  return {
    title: 'Pesan warga',
    of: 'Ukuran',
    columns: ['Nilai'],
    rows: [
      { label: 'Diterima', cells: [figure('messages.received', received)] },
      { label: 'Dijawab', cells: [figure('messages.answered', answered)] },
      { label: 'Diteruskan ke perangkat daerah lain', cells: [figure('messages.passed-on', passedOn)] },
      { label: 'Ditutup tanpa perlu jawaban', cells: [figure('messages.without-answer', withoutAnswer)] },
      { label: 'Harus dijawab', cells: [figure('messages.due', due)] },
      { label: 'Dijawab dalam batas waktu', cells: [figure('messages.in-time', inTime)] },
      { label: 'Dijawab dalam batas waktu, persen', cells: [percent('messages.in-time-percent', inTime, due)] },
      { label: 'Lewat batas waktu', cells: [figure('messages.late', late)] },
      { label: 'Waktu jawab median, dalam waktu kerja', cells: [median] },
      { label: 'Belum dijawab pada akhir bulan', cells: [figure('messages.open', openAtEnd)] },
    ],
    list: 'messages',
  }
}

const postsList = ({ list }: PostFigures): Listing => ({
  id: 'posts',
  title: 'Siaran di media sosial',
  columns: ['Isi', 'Tema', 'Kanal', 'Jenis', 'Saat', 'Alamat'],
  rows: list.map(({ text, theme, platform, kind, at, url }) => [
    text,
    contentThemes[theme],
    platforms[platform],
    postKinds[kind],
    kind === 'noted' ? formatDate(at) : formatInstant(at),
    url,
  ]),
  empty: 'Tidak ada siaran pada bulan ini.',
})

/** By register number: no word of a citizen, no name and no tracking code enters a report. */
const messagesList = ({ list }: MessageFigures<RegisteredTurn>): Listing => ({
  id: 'messages',
  title: 'Pesan warga',
  columns: ['Nomor register', 'Saluran', 'Diterima', 'Batas waktu', 'Dijawab'],
  rows: list.map(({ register, channel, at, dueAt, answeredAt }) => [
    register,
    channelName(channel),
    formatInstant(at),
    dueAt && formatInstant(dueAt),
    answeredAt && formatInstant(answeredAt),
  ]),
  empty: 'Tidak ada pesan pada bulan ini.',
})
