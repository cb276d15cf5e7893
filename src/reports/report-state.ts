import { conflict, type Refusal } from '../platform/refusal.ts'
import { monthRange } from '../platform/time.ts'

/** What a person did with a report. `handed-in` goes from the operator to the head and leaves the state as it is. */
export type StepName = 'handed-in' | 'approved' | 'received' | 'returned' | 'accepted' | 'forwarded'

export interface Step {
  step: StepName
  at: Date
  byName: string
  /** Why it was returned. */
  reason: string | null
  /** Of an approval: SHA-256 of what was approved. */
  fingerprint: string | null
}

/** `missing` is computed: never submitted, and the due date is over. */
export type ReportState = 'missing' | 'draft' | 'submitted' | 'received' | 'returned' | 'accepted' | 'forwarded'

export const stateNames: Readonly<Record<ReportState, string>> = {
  missing: 'Belum ada',
  draft: 'Rancangan',
  submitted: 'Disampaikan',
  received: 'Diterima, sedang diperiksa',
  returned: 'Dikembalikan',
  accepted: 'Disahkan',
  forwarded: 'Diteruskan',
}

/** What has happened to a report, and until when it had to. */
export interface Progress {
  month: string
  steps: readonly Step[]
  /** Null while the calendar of that year is not decreed. */
  dueAt: Date | null
}

const stateAfter = {
  approved: 'submitted',
  received: 'received',
  returned: 'returned',
  accepted: 'accepted',
  forwarded: 'forwarded',
} as const

/** The state at `now`. The due instant itself is already too late (half-open, as office hours are). */
export function stateOf({ steps, dueAt }: Progress, now: Date): ReportState {
  const last = steps.findLast(({ step }) => step !== 'handed-in')
  if (last && last.step !== 'handed-in') return stateAfter[last.step]
  return dueAt !== null && now >= dueAt ? 'missing' : 'draft'
}

/** The operator has handed it to the head, who has not approved yet. */
export const awaitsHead = ({ steps }: Progress): boolean => steps.at(-1)?.step === 'handed-in'

/** Late by its first submission; being returned and submitted again changes nothing. Stays so for ever. */
export function isLate({ steps, dueAt }: Progress, now: Date): boolean {
  const submitted = steps.find(({ step }) => step === 'approved')
  return dueAt !== null && (submitted?.at ?? now) >= dueAt
}

/** The head's approval that holds now: none in a draft or after a return. */
export function approvalOf(progress: Progress): Step | null {
  const approved = progress.steps.findLastIndex(({ step }) => step === 'approved')
  const returned = progress.steps.findLastIndex(({ step }) => step === 'returned')
  return approved > returned ? (progress.steps[approved] ?? null) : null
}

const inAgency = (progress: Progress): boolean => approvalOf(progress) === null

/** The agency writes until the head has approved, and again after a return. */
export const refuseToWrite = (progress: Progress): Refusal | undefined =>
  inAgency(progress) ? undefined : conflict('Laporan sudah disampaikan dan tidak dapat diubah lagi.')

export function refuseToHandIn(progress: Progress, now: Date): Refusal | undefined {
  if (!inAgency(progress)) return conflict('Laporan sudah disampaikan.')
  if (now < monthRange(progress.month).to) return conflict('Bulan ini belum berakhir, jadi angkanya belum lengkap.')
  return awaitsHead(progress) ? conflict('Laporan sudah menunggu persetujuan kepala.') : undefined
}

export function refuseToApprove(progress: Progress): Refusal | undefined {
  if (!inAgency(progress)) return conflict('Laporan sudah disetujui.')
  return awaitsHead(progress) ? undefined : conflict('Laporan belum diajukan operator kepada kepala.')
}

/** What Diskominfostandi may do in which state. */
const after: Readonly<Record<'received' | 'returned' | 'accepted' | 'forwarded', readonly ReportState[]>> = {
  received: ['submitted'],
  returned: ['received'],
  accepted: ['received'],
  forwarded: ['accepted'],
}

export function refuseToMove(progress: Progress, step: keyof typeof after, now: Date): Refusal | undefined {
  const state = stateOf(progress, now)
  return after[step].includes(state) ? undefined : conflict(`Langkah ini tidak berlaku: laporan ${words[state]}.`)
}

const words: Readonly<Record<ReportState, string>> = {
  missing: 'belum disampaikan',
  draft: 'masih rancangan',
  submitted: 'belum ditandai diterima',
  received: 'sedang diperiksa',
  returned: 'sedang dikembalikan untuk diperbaiki',
  accepted: 'sudah disahkan',
  forwarded: 'sudah diteruskan ke Wali Kota',
}
