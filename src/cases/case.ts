import { conflict, type Refusal } from '../platform/refusal.ts'

/** What a citizen's matter is (product.md 4). */
export const caseKinds = {
  complaint: 'Pengaduan',
  suggestion: 'Saran',
  opinion: 'Opini',
  aspiration: 'Aspirasi',
  inquiry: 'Permintaan informasi',
} as const
export type CaseKind = keyof typeof caseKinds

/** How deep a complaint must be looked into; sets its time limit. Other kinds are always `plain`. */
export const caseClasses = {
  plain: 'Biasa',
  'not-supervisory': 'Tidak berkadar pengawasan',
  supervisory: 'Berkadar pengawasan',
} as const
export type CaseClass = keyof typeof caseClasses

/** `open`: no public reply yet. `replied`: a reply is out, the final answer is not. `answered`: it is. */
export const caseStates = {
  open: 'Menunggu balasan',
  replied: 'Sedang ditangani',
  answered: 'Sudah dijawab',
  closed: 'Ditutup',
} as const
export type CaseState = keyof typeof caseStates

/** Ways without an adapter: an answer is public, on the ticket's page, the moment it is saved. */
export const handChannels = { form: 'Formulir warga', phone: 'Telepon', desk: 'Loket', other: 'Jalur lain' } as const
export type HandChannel = keyof typeof handChannels
export const isHandChannel = (text: string): text is HandChannel => Object.hasOwn(handChannels, text)

/** On a channel with an adapter an answer waits until the channel confirms it. */
export const isPublicAtOnce = isHandChannel

export const channelName = (channel: string): string =>
  isHandChannel(channel) ? handChannels[channel] : channel.toUpperCase()

export const isCaseKind = (text: string): text is CaseKind => Object.hasOwn(caseKinds, text)
export const isCaseClass = (text: string): text is CaseClass => Object.hasOwn(caseClasses, text)
export const isCaseState = (text: string): text is CaseState => Object.hasOwn(caseStates, text)

/** A case as staff see it. */
export interface Case {
  id: string
  /** The citizen's tracking code, `KB-7F3K-9QX2`. */
  ticket: string
  /** Number in the office register, `000042/DINKES/2026`. */
  register: string
  agencyId: string
  channel: string
  /** The account of the agency on the channel; null for the form. */
  accountId: string | null
  kind: CaseKind
  class: CaseClass
  state: CaseState
  subject: string
  place: string | null
  receivedAt: Date
  openedAt: Date
  stateSince: Date
  nextStep: string | null
  nextDueAt: Date | null
  /** Grows with every act of an officer; forms carry it. */
  version: number
}

type Seen = Pick<Case, 'state' | 'version'>

/** What stands in the way of an answer: the form is older than the last act, or an answer is still on its way. */
export function refuseToAnswer(
  found: Seen,
  given: { version: number; lastActBy: string; waiting: { by: string } | undefined },
): Refusal | undefined {
  if (given.version !== found.version)
    return conflict(`Kasus ini baru saja diubah oleh ${given.lastActBy}. Bacalah dahulu, lalu kirim lagi bila perlu.`)
  if (given.waiting) return conflict(`Jawaban ${given.waiting.by} masih dikirim. Tunggu sampai terkirim atau gagal.`)
  if (found.state === 'closed') return conflict('Kasus ini sudah ditutup.')
  return undefined
}

export function refuseToClassify(found: Seen, given: { version: number; lastActBy: string }): Refusal | undefined {
  if (given.version !== found.version) return conflict(`Kasus ini baru saja diubah oleh ${given.lastActBy}.`)
  if (found.state === 'answered' || found.state === 'closed')
    return conflict('Jenis tidak dapat diubah lagi: kasus ini sudah dijawab.')
  return undefined
}

/** What is answered stays with who answered it, and an answer on its way is waited for. */
export function refuseToPassOn(
  found: Seen,
  given: { version: number; lastActBy: string; waiting: { by: string } | undefined },
): Refusal | undefined {
  if (given.version !== found.version) return conflict(`Kasus ini baru saja diubah oleh ${given.lastActBy}.`)
  if (given.waiting) return conflict(`Jawaban ${given.waiting.by} masih dikirim. Tunggu sampai terkirim atau gagal.`)
  if (found.state === 'answered' || found.state === 'closed')
    return conflict('Kasus yang sudah dijawab tidak diteruskan lagi.')
  return undefined
}

/** Why a case may be closed although a word of the citizen stands unanswered. Reported apart, never as answered. */
export const closingGrounds = {
  'no-answer-needed': 'Tidak memerlukan jawaban baru (ucapan terima kasih)',
  'not-a-matter': 'Bukan laporan (iklan, salah sebut akun)',
} as const
export type ClosingGround = keyof typeof closingGrounds
export const isClosingGround = (text: string): text is ClosingGround => Object.hasOwn(closingGrounds, text)

/**
 * A matter without an answer is not closed: the citizen is owed one (product.md, I-2.2). The exceptions need a ground;
 * that no new answer is needed can only be said after a final one.
 */
export function refuseToClose(
  found: Seen,
  given: {
    version: number
    lastActBy: string
    ground: ClosingGround | null
    wasAnswered: boolean
    waiting: { by: string } | undefined
  },
): Refusal | undefined {
  if (given.version !== found.version) return conflict(`Kasus ini baru saja diubah oleh ${given.lastActBy}.`)
  if (found.state === 'closed') return conflict('Kasus ini sudah ditutup.')
  if (given.waiting) return conflict(`Jawaban ${given.waiting.by} masih dikirim. Tunggu sampai terkirim atau gagal.`)
  if (found.state === 'answered') return undefined
  if (given.ground === null) return conflict('Kasus ditutup setelah jawaban akhir tersampaikan kepada warga.')
  if (given.ground === 'no-answer-needed' && !given.wasAnswered)
    return conflict('Warga belum pernah mendapat jawaban akhir untuk kasus ini.')
  return undefined
}

/** What becomes of a further word of the same citizen: joins, reopens within the time, or is a new, linked case. */
export function placeOfFurtherWord(
  found: { state: CaseState; reopenUntil: Date | null } | undefined,
  at: Date,
): 'open' | 'join' | 'reopen' | 'link' {
  if (!found) return 'open'
  if (found.state === 'open' || found.state === 'replied') return 'join'
  return found.reopenUntil !== null && at >= found.reopenUntil ? 'link' : 'reopen'
}
