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
export const handChannels = {
  form: 'Formulir warga',
  phone: 'Telepon',
  desk: 'Loket',
  open311: 'Open311',
  other: 'Jalur lain',
} as const
export type HandChannel = keyof typeof handChannels
export const isHandChannel = (text: string): text is HandChannel => Object.hasOwn(handChannels, text)

/** On a channel with an adapter an answer waits until the channel confirms it. */
export const isPublicAtOnce = isHandChannel

/** Platforms without an adapter: a case comes by its link, and the answer is given there by hand. */
export const linkChannels = {
  instagram: 'Instagram',
  facebook: 'Facebook',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  whatsapp: 'WhatsApp',
  lapor: 'SP4N-LAPOR!',
  web: 'Situs web',
} as const

/** All ways by which a case may come, with their names. */
export const channelNames: Readonly<Record<string, string>> = {
  x: 'X',
  mastodon: 'Mastodon',
  email: 'Surel',
  ...handChannels,
  ...linkChannels,
}

export const channelName = (channel: string): string => channelNames[channel] ?? channel.toUpperCase()

export const isCaseKind = (text: string): text is CaseKind => Object.hasOwn(caseKinds, text)
export const isCaseClass = (text: string): text is CaseClass => Object.hasOwn(caseClasses, text)

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

/** What stands in the way of closing, whatever became of the case; what it needs besides says `refuseOutcome`. */
export function refuseToClose(
  found: Seen,
  given: { version: number; lastActBy: string; waiting: { by: string } | undefined },
): Refusal | undefined {
  if (given.version !== found.version) return conflict(`Kasus ini baru saja diubah oleh ${given.lastActBy}.`)
  if (found.state === 'closed') return conflict('Kasus ini sudah ditutup.')
  if (given.waiting) return conflict(`Jawaban ${given.waiting.by} masih dikirim. Tunggu sampai terkirim atau gagal.`)
  return undefined
}

/** What is answered or closed may be opened again, until `until` where the case is closed and the count is known. */
export function refuseToReopen(
  found: { state: CaseState; merged: boolean },
  until: Date | null,
  now: Date,
): Refusal | undefined {
  if (found.merged) return conflict('Laporan ini sudah digabung dengan laporan lain dari warga yang sama.')
  if (found.state === 'open' || found.state === 'replied') return conflict('Laporan ini masih ditangani.')
  if (until !== null && now >= until)
    return conflict('Batas waktu untuk membuka kembali sudah lewat. Silakan kirim laporan baru.')
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
