import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import type { CaseState } from './case.ts'
import { type Clock, isRunning, openPause } from './clock.ts'
import { neverPaused } from './sla-clock.ts'

/** For what a clock may stand still, and for how many working days at most (issue 4). Held by data, from a day on. */
export interface PauseReason {
  id: string
  name: string
  limitDays: number
  steps: readonly string[]
  /** It waits for the citizen: their next word ends it. */
  endsByWord: boolean
  basis: string
  from: string
}

/** The reasons of a WIB day, each as it holds then. */
export function reasonsOn(reasons: readonly PauseReason[], day: string): PauseReason[] {
  const holding = new Map<string, PauseReason>()
  for (const reason of reasons.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
    if (reason.from <= day) holding.set(reason.id, reason)
  return [...holding.values()].filter(({ limitDays }) => limitDays > 0)
}

/**
 * A pause hides no lateness: it needs a clock that may stand still and is not late yet, and one reason is not used
 * again after its whole time. To wait for the citizen they must have been asked.
 */
export function refuseToPause(given: {
  state: CaseState
  clocks: readonly Clock[]
  reason: PauseReason | undefined
  /** Whether the last public word is the agency's. */
  wasAsked: boolean
  /** Reasons that were used up to their limit. */
  usedUp: readonly string[]
  now: Date
}): Refusal | undefined {
  const { state, clocks, reason, wasAsked, usedUp, now } = given
  if (state !== 'open' && state !== 'replied')
    return conflict('Kasus ini tidak menunggu jawaban; tidak ada yang dijeda.')
  if (clocks.some((clock) => isRunning(clock) && openPause(clock))) return conflict('Kasus ini sedang dijeda.')
  if (!reason) return invalid({ reason: 'Pilih alasan jeda.' })
  if (usedUp.includes(reason.id)) return invalid({ reason: 'Alasan ini sudah dipakai sampai batas waktunya.' })
  if (reason.endsByWord && !wasAsked)
    return invalid({ reason: 'Tanyakan dahulu kepada warga; jeda dimulai setelah pertanyaan itu tersampaikan.' })
  const held = clocks.filter((clock) => isRunning(clock) && mayPause(clock, reason))
  if (held.length === 0) return invalid({ reason: 'Tidak ada tenggat berjalan yang boleh dijeda dengan alasan ini.' })
  if (held.every(({ dueAt }) => dueAt !== null && dueAt <= now))
    return conflict('Batas waktu sudah lewat. Jeda tidak memulihkannya.')
  return undefined
}

const mayPause = ({ step }: Clock, { steps }: PauseReason): boolean =>
  steps.includes(step) && !neverPaused.includes(step)
