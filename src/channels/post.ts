import type { Actor } from '../platform/ctx.ts'
import { conflict, type FieldErrors, forbidden, type Refusal } from '../platform/refusal.ts'
import { postLength, postLimit } from './post-length.ts'

/** The three themes of Instruksi 555.7/226, I-2.1. */
export const themes = {
  government: 'Pemerintahan',
  development: 'Pembangunan',
  community: 'Kemasyarakatan',
} as const
export type Theme = keyof typeof themes
export const isTheme = (text: string): text is Theme => Object.hasOwn(themes, text)

/** To all who follow, or to one citizen. */
export type PostPurpose = 'broadcast' | 'answer'

/** `unconfirmed`: the request left and no clear answer came; the own timeline will tell. */
export const postStates = {
  draft: 'Draf',
  'in-review': 'Menunggu persetujuan',
  approved: 'Disetujui, menunggu giliran kirim',
  sending: 'Sedang dikirim',
  published: 'Terbit',
  refused: 'Ditolak X',
  unconfirmed: 'Belum pasti, sedang diperiksa',
  'not-sent': 'Tidak terkirim',
} as const
export type PostState = keyof typeof postStates
export const isPostState = (text: string): text is PostState => Object.hasOwn(postStates, text)

export interface Post {
  id: string
  agencyId: string
  accountId: string
  handle: string
  purpose: PostPurpose
  text: string
  theme: Theme | null
  picture: { file: string; type: string; alt: string } | null
  /** The platform's id of the message this answers. */
  inReplyTo: string | null
  caseMessageId: string | null
  state: PostState
  stateSince: Date
  authorId: string
  authorName: string
  approverName: string | null
  reason: string | null
  notCalled: boolean
  sendNotBefore: Date | null
  externalId: string | null
  /** Where it is on the platform, once published. */
  url: string | null
  /** Where a person can give this answer by hand, when the API may not. */
  byHandUrl: string | null
  publishedAt: Date | null
  /** Grows with every change by a person; forms carry it. */
  version: number
}

export interface PostInput {
  text: string
  theme: string
  pictureAlt: string
}

/** What is wrong with what was written. X's weight: 280, links 23, emoji 2. */
export function refuseText(input: PostInput, hasPicture: boolean): FieldErrors {
  const errors: FieldErrors = {}
  const { weight } = postLength(input.text.slice(0, 5000))
  if (input.text === '') errors.text = 'Tuliskan isi siaran.'
  else if (weight > postLimit || input.text.length > 5000)
    errors.text = `Terlalu panjang: ${input.text.length > 5000 ? input.text.length : weight} dari ${postLimit}. Persingkat dahulu.`
  if (!isTheme(input.theme)) errors.theme = 'Pilih salah satu tema.'
  if (hasPicture && input.pictureAlt === '')
    errors.pictureAlt = 'Terangkan isi gambar bagi yang tidak dapat melihatnya.'
  if (input.pictureAlt.length > 1000) errors.pictureAlt = 'Paling banyak 1.000 huruf.'
  return errors
}

type Seen = Pick<Post, 'state' | 'version' | 'authorId' | 'purpose'>

function refuseStale(post: Seen, version: number): Refusal | undefined {
  if (post.version === version) return undefined
  return conflict('Siaran ini sudah diubah orang lain. Bacalah yang terbaru, lalu ulangi bila masih perlu.')
}

/** Until it is on its way it may be changed; every change takes it back to draft, so an approval never covers it. */
export function refuseToChange(post: Seen, version: number): Refusal | undefined {
  if (post.purpose === 'answer') return conflict('Jawaban kasus diubah di halaman kasusnya.')
  if (!['draft', 'in-review', 'approved', 'refused', 'not-sent'].includes(post.state))
    return conflict('Siaran ini sudah dikirim atau sedang dikirim, jadi tidak dapat diubah lagi.')
  return refuseStale(post, version)
}

export function refuseToSubmit(post: Seen, version: number): Refusal | undefined {
  if (post.state !== 'draft') return conflict('Hanya draf yang dapat diajukan.')
  return refuseStale(post, version)
}

/** Whoever wrote it cannot approve it. */
export function refuseToApprove(post: Seen, version: number, actor: Actor): Refusal | undefined {
  if (post.state !== 'in-review') return conflict('Siaran ini tidak sedang menunggu persetujuan.')
  if ('id' in actor && actor.id === post.authorId)
    return forbidden('Penulis tidak dapat menyetujui siarannya sendiri. Mintalah orang lain.')
  return refuseStale(post, version)
}

export function refuseToReturn(post: Seen, version: number, reason: string): Refusal | undefined {
  if (post.state !== 'in-review') return conflict('Siaran ini tidak sedang menunggu persetujuan.')
  if (reason === '') return { refusal: 'invalid', errors: { reason: 'Tuliskan apa yang perlu diperbaiki.' } }
  return refuseStale(post, version)
}

/** Only when it is settled that the last try did not arrive. */
export function refuseToSendAgain(post: Seen, version: number): Refusal | undefined {
  if (post.state !== 'not-sent') return conflict('Hanya siaran yang pasti tidak terkirim yang dapat dikirim lagi.')
  return refuseStale(post, version)
}
