import { type NewItem, newItems } from '../../monitoring/new-items.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { formatDate, monthRange } from '../../platform/time.ts'
import { contentKinds, contentThemes } from '../../publishing/content.ts'
import type { ContentTold } from '../../publishing/record-content.ts'
import { type FigureTable, figure, type Listing } from '../figure.ts'
import { type PartScope, part, type ReportPart } from './part.ts'

export interface ContentEvent {
  contentId: string
  action: string
  at: Date
  told: ContentTold
}

const actions = { published: 'content.published', changed: 'content.changed', removed: 'content.removed' } as const

/**
 * What was published, changed and removed, from the event log, and what appeared on a site elsewhere (I-1.1, I-2.1).
 * An item counts once in each column. Without a site of ours and without one we could read, nothing is known.
 */
export const contentPart: ReportPart = {
  letter: 'B',
  title: 'Konten',
  async fill(ctx, scope) {
    const events = await contentEvents(ctx, scope)
    const hosted = await isHosted(ctx, scope)
    const seen = await newItems(ctx, scope.agencyId, scope.month)
    const published = onlyOnce(events.filter(({ action }) => action === actions.published))
    const known = hosted || seen !== null
    return part('B', 'Konten', {
      words: known ? [] : ['Situs perangkat daerah ini tidak dipantau pada bulan ini, jadi kontennya tidak diketahui.'],
      tables: [
        ...(hosted ? [byKind(events, seen === null), byTheme(published)] : []),
        ...(seen === null ? [] : [elsewhere(seen, !hosted)]),
        ...(hosted === (seen !== null) ? [total(known ? published.length + (seen?.length ?? 0) : null)] : []),
      ],
      lists: [...(seen === null ? [] : [seenList(seen)]), ...(hosted ? [publishedList(published)] : [])],
    })
  },
}

const publishedList = (published: readonly ContentEvent[]): Listing => ({
  id: 'contents',
  title: 'Konten yang terbit',
  columns: ['Judul', 'Jenis', 'Tanggal', 'Penulis', 'Alamat'],
  rows: published.map(({ at, told }) => [
    told.title,
    labelOf(contentKinds, told.kind),
    formatDate(at),
    told.author,
    told.url,
  ]),
  empty: 'Tidak ada konten yang terbit pada bulan ini.',
})

/** Pure: one row per kind, and their sum, which is the sum of the whole part when no other site was seen. */
export function byKind(events: readonly ContentEvent[], alone: boolean): FigureTable {
  const row = (label: string, name: string, own: readonly ContentEvent[]) => ({
    label,
    cells: Object.entries(actions).map(([column, action]) =>
      figure(`${name}.${column}`, onlyOnce(own.filter((event) => event.action === action)).length),
    ),
  })
  const ofKind = (kind: string) => events.filter(({ told }) => told.kind === kind)
  return {
    title: 'Konten di situs Kentongan menurut jenis',
    of: 'Jenis',
    columns: ['Terbit', 'Diubah', 'Ditarik'],
    rows: [
      ...Object.entries(contentKinds).map(([kind, label]) => row(label, `content.hosted.${kind}`, ofKind(kind))),
      row('Jumlah', alone ? 'content' : 'content.hosted', events),
    ],
    list: 'contents',
  }
}

/** Pure: published items by the three themes of the instruction. */
export function byTheme(published: readonly ContentEvent[]): FigureTable {
  return {
    title: 'Konten yang terbit menurut tema',
    of: 'Tema',
    columns: ['Terbit'],
    rows: Object.entries(contentThemes).map(([theme, label]) => ({
      label,
      cells: [figure(`content.theme.${theme}`, published.filter(({ told }) => told.theme === theme).length)],
    })),
    list: 'contents',
  }
}

/** Pure. Alone: it is the sum of the whole part. */
const elsewhere = (seen: readonly NewItem[], alone: boolean): FigureTable => ({
  title: 'Konten di situs sendiri, menurut pemantauan',
  of: 'Ukuran',
  columns: ['Nilai'],
  rows: [
    { label: 'Konten baru yang terlihat', cells: [figure(alone ? 'content.published' : 'content.seen', seen.length)] },
  ],
  list: 'seen',
})

const seenList = (seen: readonly NewItem[]): Listing => ({
  id: 'seen',
  title: 'Konten baru di situs sendiri',
  columns: ['Judul', 'Tanggal', 'Alamat'],
  rows: seen.map(({ title, at, url }) => [title, formatDate(at), url]),
  empty: 'Tidak ada konten baru yang terlihat pada bulan ini.',
})

const total = (value: number | null): FigureTable => ({
  title: 'Konten yang terbit di semua situs',
  of: 'Ukuran',
  columns: ['Nilai'],
  rows: [{ label: 'Konten terbit', cells: [figure('content.published', value)] }],
})

/** Whether we served a site for the agency by the month's end. */
async function isHosted(ctx: Ctx, { agencyId, month }: PartScope): Promise<boolean> {
  const opened = await ctx.db
    .selectFrom('event')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('action', 'in', ['site.opened', ...Object.values(actions)])
    .where('at', '<', monthRange(month).to)
    .limit(1)
    .executeTakeFirst()
  return opened !== undefined
}

/** The first event of each item. */
function onlyOnce(events: readonly ContentEvent[]): ContentEvent[] {
  return [...new Map(events.toReversed().map((event) => [event.contentId, event])).values()].reverse()
}

const labelOf = (labels: Readonly<Record<string, string>>, word: string): string => labels[word] ?? word

async function contentEvents(ctx: Ctx, { agencyId, month }: PartScope): Promise<ContentEvent[]> {
  const { from, to } = monthRange(month)
  const rows = await ctx.db
    .selectFrom('event')
    .select(['thing_id as contentId', 'action', 'at', 'after'])
    .where('agency_id', '=', agencyId)
    .where('action', 'in', Object.values(actions))
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('id')
    .execute()
  return rows.map(({ after, ...row }) => ({ ...row, told: after as ContentTold }))
}
