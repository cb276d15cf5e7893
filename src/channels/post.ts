import type { Actor } from '../platform/ctx.ts'
import { conflict, type Refusal } from '../platform/refusal.ts'
import type { Platform } from './account.ts'

/** The three themes of Instruksi 555.7/226, I-2.1. */
export const themes = {
  government: 'Pemerintahan',
  development: 'Pembangunan',
  community: 'Kemasyarakatan',
} as const
export type Theme = keyof typeof themes
export const isTheme = (text: string): text is Theme => Object.hasOwn(themes, text)

/** To all who follow, to one citizen, or a further post of a thread that a broadcast begins. */
export type PostPurpose = 'broadcast' | 'answer' | 'continuation'

/**
 * `waits`: a continuation whose predecessor is not out yet. `unconfirmed`: the request left and no clear answer came;
 * the own timeline will tell. `held`: its time went by; a person decides.
 */
export const postStates = {
  draft: 'Draf',
  'in-review': 'Menunggu persetujuan',
  approved: 'Disetujui, menunggu giliran kirim',
  waits: 'Menunggu bagian sebelumnya',
  sending: 'Sedang dikirim',
  published: 'Terbit',
  held: 'Tertahan, perlu keputusan',
  refused: 'Ditolak X',
  unconfirmed: 'Belum pasti, sedang diperiksa',
  'not-sent': 'Tidak terkirim',
  cancelled: 'Dibatalkan',
} as const
export type PostState = keyof typeof postStates
export const isPostState = (text: string): text is PostState => Object.hasOwn(postStates, text)

/** What an approved post that is due waits for: X's limit, X itself, its account, or credit. */
export type WaitsFor = 'limit' | 'x' | 'account' | 'credit'

export interface PostPicture {
  id: string
  /** 1 to 4. */
  place: number
  file: string
  /** Empty: decoration. */
  alt: string
  /** Of the copy uploaded to the platform; good until `mediaUntil` (RFC 3339). */
  mediaId: string | null
  mediaUntil: string | null
}

/** A step of the review that was passed. */
export interface Approval {
  step: number
  personId: string
  personName: string
}

export interface Post {
  id: string
  agencyId: string
  accountId: string
  handle: string
  platform: Platform
  server: string | null
  purpose: PostPurpose
  /** Of a continuation: the broadcast its thread begins with. */
  threadId: string | null
  /** Its place in the thread, from 1. */
  part: number
  text: string
  theme: Theme | null
  pictures: PostPicture[]
  /** The platform's id of the message this answers, or of the post this continues. */
  inReplyTo: string | null
  caseMessageId: string | null
  state: PostState
  stateSince: Date
  authorId: string
  authorName: string
  approvals: Approval[]
  approverName: string | null
  reason: string | null
  notCalled: boolean
  /** When its author wants it out; null: as soon as it is approved. */
  scheduledFor: Date | null
  /** Not before this instant, whoever asks. */
  embargoUntil: Date | null
  /** When it has to go out, once approved. */
  dueAt: Date | null
  waitsFor: WaitsFor | null
  sendNotBefore: Date | null
  /** Why it was sent without approval, by whom, and who looked at it afterwards. */
  emergencyReason: string | null
  emergencyById: string | null
  emergencyBy: string | null
  emergencyCheckedBy: string | null
  /** The news item it announces. */
  newsUrl: string | null
  contentId: string | null
  announcementId: string | null
  nationalMessageId: string | null
  externalId: string | null
  /** Where it is on the platform, once published. */
  url: string | null
  /** Where a person can give this answer by hand, when the API may not. */
  byHandUrl: string | null
  publishedAt: Date | null
  /** Grows with every change by a person; forms carry it. */
  version: number
}

/** The id of the broadcast a post's thread begins with. */
export const threadOf = ({ id, threadId }: Pick<Post, 'id' | 'threadId'>): string => threadId ?? id

type Seen = Pick<Post, 'state' | 'version' | 'authorId' | 'purpose'>

export function refuseStale(post: Pick<Post, 'version'>, version: number): Refusal | undefined {
  if (post.version === version) return undefined
  return conflict('Siaran ini sudah diubah orang lain. Bacalah yang terbaru, lalu ulangi bila masih perlu.')
}

const changeable: readonly PostState[] = ['draft', 'in-review', 'approved', 'refused', 'not-sent', 'held', 'cancelled']

/** Until it is on its way it may be changed; every change takes it back to draft, so an approval never covers it. */
export function refuseToChange(post: Seen, version: number): Refusal | undefined {
  if (post.purpose === 'answer') return conflict('Jawaban kasus diubah di halaman kasusnya.')
  if (post.state === 'waits') return conflict('Bagian ini diubah bersama bagian pertama utas yang belum terbit.')
  if (!changeable.includes(post.state))
    return conflict('Siaran ini sudah dikirim atau sedang dikirim, jadi tidak dapat diubah lagi.')
  return refuseStale(post, version)
}

export const isAuthor = (post: Pick<Post, 'authorId'>, actor: Actor): boolean =>
  'id' in actor && actor.id === post.authorId
