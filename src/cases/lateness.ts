import type { Clock } from './clock.ts'
import { isPromise, isRunning } from './clock.ts'

/** What the machine knows of why a case is late. Facts, not excuses. */
export interface LateFacts {
  untriaged: boolean
  assigned: boolean
  followedUp: boolean
  passages: number
  /** Working time in which it stood still, in words; '' when it did not. */
  paused: string
  answer: 'failed' | 'waiting' | null
  needsApproval: boolean
}

/** The facts as short sentences, what can be done at once first. */
export function lateReasons(facts: LateFacts): string[] {
  const words: [is: boolean, text: string][] = [
    [facts.answer === 'failed', 'Jawaban gagal terkirim'],
    [facts.answer === 'waiting', 'Jawaban masih dalam pengiriman'],
    [facts.needsApproval, 'Jawaban menunggu persetujuan'],
    [facts.untriaged, 'Belum diverifikasi'],
    [!facts.assigned, 'Belum ada petugas yang ditunjuk'],
    [!facts.followedUp, 'Belum ada tindak lanjut tercatat'],
    [facts.passages > 0, `Diteruskan ${facts.passages} kali`],
    [facts.paused !== '', `Dijeda ${facts.paused}`],
  ]
  return words.flatMap(([is, text]) => (is ? [text] : []))
}

/** Running clocks whose end has passed, the longest late first. */
export const lateClocks = (clocks: readonly Clock[], now: Date): Clock[] =>
  clocks
    .filter((clock) => isRunning(clock) && isPromise(clock) && clock.dueAt !== null && clock.dueAt < now)
    .sort((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0))
