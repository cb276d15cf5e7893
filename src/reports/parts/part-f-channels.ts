import { type PostFigures, postFigures } from '../../channels/figures.ts'
import { formatInstant } from '../../platform/time.ts'
import { contentThemes } from '../../publishing/content.ts'
import { type FigureTable, figure, type Listing } from '../figure.ts'
import { part, type ReportPart } from './part.ts'

const title = 'Akun X dan pesan warga'

/** What the agency said (I-2.1) and how it answered (I-2.2). */
export const channelsPart: ReportPart = {
  letter: 'F',
  title,
  async fill(ctx, { agencyId, month }) {
    const posts = await postFigures(ctx, agencyId, month)
    return part('F', title, { tables: [postsTable(posts)], lists: [postsList(posts)] })
  },
}

/** Pure. */
export function postsTable({ published, daysWithoutPost, list }: PostFigures): FigureTable {
  return {
    title: 'Siaran di akun X',
    of: 'Ukuran',
    columns: ['Nilai'],
    rows: [
      ...Object.entries(contentThemes).map(([theme, label]) => ({
        label: `Siaran bertema ${label.toLowerCase()}`,
        cells: [figure(`posts.theme.${theme}`, published[theme as keyof typeof contentThemes])],
      })),
      { label: 'Jumlah siaran', cells: [figure('posts.published', list.length)] },
      { label: 'Tanpa siaran', cells: [figure('posts.days-without', daysWithoutPost, 'days')] },
    ],
    list: 'posts',
  }
}

const postsList = ({ list }: PostFigures): Listing => ({
  id: 'posts',
  title: 'Siaran di akun X',
  columns: ['Isi', 'Tema', 'Saat', 'Alamat'],
  rows: list.map(({ text, theme, at, url }) => [text, contentThemes[theme], formatInstant(at), url]),
  empty: 'Tidak ada siaran pada bulan ini.',
})
