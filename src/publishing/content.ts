import type { Actor } from '../platform/ctx.ts'
import { conflict, type FieldErrors, forbidden, type Refusal } from '../platform/refusal.ts'

export const contentKinds = {
  news: 'Berita',
  announcement: 'Pengumuman',
  event: 'Agenda',
  document: 'Dokumen',
  page: 'Halaman profil',
} as const
export type ContentKind = keyof typeof contentKinds

/** The three themes of the mayor's instruction (555.7/226/Diskominfostandi, 2017), I-2.1. */
export const contentThemes = {
  government: 'Pemerintahan',
  development: 'Pembangunan',
  community: 'Kemasyarakatan',
} as const
export type ContentTheme = keyof typeof contentThemes

export const contentStates = {
  draft: 'Draf',
  'in-review': 'Menunggu persetujuan',
  published: 'Terbit',
  removed: 'Ditarik',
} as const
export type ContentState = keyof typeof contentStates

export const isContentKind = (text: string): text is ContentKind => Object.hasOwn(contentKinds, text)
export const isContentTheme = (text: string): text is ContentTheme => Object.hasOwn(contentThemes, text)
export const isContentState = (text: string): text is ContentState => Object.hasOwn(contentStates, text)

/** One item of an agency, as those who work on it see it. */
export interface Content {
  id: string
  agencyId: string
  kind: ContentKind
  theme: ContentTheme
  title: string
  slug: string
  summary: string
  /** Light Markdown, as written. */
  bodySource: string
  bodyHtml: string
  pictureId: string | null
  /** WIB day, of events. */
  eventDay: string | null
  eventPlace: string
  state: ContentState
  significant: boolean
  returnReason: string | null
  version: number
  authorId: string | null
  authorName: string
  editorId: string | null
  editorName: string
  createdAt: Date
  changedAt: Date
  /** What the public sees now; null: nothing. */
  revisionId: string | null
  firstPublishedAt: Date | null
  significantChangeAt: Date | null
  minorChangeAt: Date | null
}

/** Lengths in characters, as people count them (code points). */
export const limits = { title: 200, summary: 400, body: 60_000, place: 200, reason: 1000 } as const

const lengthOf = (text: string): number => [...text].length

export function refuseTooLong(name: string, words: string, text: string, limit: number): FieldErrors {
  const length = text.length > limit ? lengthOf(text) : 0
  if (length <= limit) return {}
  const shown = (n: number): string => n.toLocaleString('id-ID')
  return { [name]: `${words} paling panjang ${shown(limit)} huruf; ini ${shown(length)} huruf.` }
}

/** Who may not touch a version they did not see. `version` undefined: the caller accepts any (API). */
export function refuseStale(content: Content, version: number | undefined): Refusal | undefined {
  if (version === undefined || version === content.version) return undefined
  return conflict(
    `Konten ini sudah diubah oleh ${content.editorName} sejak Anda membukanya. Tulisan Anda masih ada di bawah: ` +
      'bandingkan dengan versi terbaru, lalu simpan lagi bila tetap ingin menggantinya.',
  )
}

const isBy = (actor: Actor, id: string | null): boolean => id !== null && 'id' in actor && actor.id === id

export function refuseToChange(content: Content): Refusal | undefined {
  return content.state === 'removed' ? conflict('Konten ini sudah ditarik dan tidak dapat diubah lagi.') : undefined
}

export function refuseToSubmit(content: Content): Refusal | undefined {
  if (content.state === 'draft') return undefined
  return conflict(`Konten ini tidak dapat diajukan: keadaannya "${contentStates[content.state]}".`)
}

/** Four eyes: neither who wrote it nor who changed it last approves it. */
export function refuseToApprove(content: Content, actor: Actor): Refusal | undefined {
  if (content.state !== 'in-review')
    return conflict(`Konten ini tidak sedang menunggu persetujuan: keadaannya "${contentStates[content.state]}".`)
  if (isBy(actor, content.authorId) || isBy(actor, content.editorId))
    return forbidden('Anda ikut menulis konten ini; persetujuannya harus dari orang lain.')
  return undefined
}

export function refuseToReturn(content: Content): Refusal | undefined {
  if (content.state === 'in-review') return undefined
  return conflict('Konten ini tidak sedang menunggu persetujuan.')
}

export function refuseToRemove(content: Content): Refusal | undefined {
  return content.state === 'removed' ? conflict('Konten ini sudah ditarik.') : undefined
}

/** Whether approving now shows something new for the first time. */
export const isFirstPublication = (content: Content): boolean => content.firstPublishedAt === null
