import type { FieldErrors } from '../platform/refusal.ts'
import { formatInstant, startOfDay } from '../platform/time.ts'
import type { Post } from './post.ts'

/** The instant a form's `YYYY-MM-DDTHH:MM` means in WIB; null for '' and undefined for what is no instant. */
export function wibInstant(text: string): Date | null | undefined {
  if (text === '') return null
  const [, day = '', hours = '', minutes = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d)?$/.exec(text) ?? []
  const instant = new Date(startOfDay(day || 'x').getTime() + Number(hours) * 3_600_000 + Number(minutes) * 60_000)
  const valid = !Number.isNaN(instant.getTime()) && Number(hours) < 24 && Number(minutes) < 60
  return valid && wibText(instant) === text.slice(0, 16) ? instant : undefined
}

/** The other way: what a form shows. */
export const wibText = (instant: Date | null): string =>
  instant === null ? '' : new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)

interface Schedule {
  scheduledFor: Date | null
  embargoUntil: Date | null
}

const furthest = 366 * 86_400_000

/** Reads and judges when a broadcast is to go out. Errors under `scheduledFor` and `embargoUntil`. */
export function readSchedule(
  input: { scheduledFor?: string; embargoUntil?: string },
  now: Date,
): { schedule: Schedule; errors: FieldErrors } {
  const scheduledFor = wibInstant(input.scheduledFor ?? '')
  const embargoUntil = wibInstant(input.embargoUntil ?? '')
  const errors: FieldErrors = {}
  if (scheduledFor === undefined) errors.scheduledFor = 'Tuliskan tanggal dan jam, misalnya 25/11/2026 pukul 09.00.'
  else if (scheduledFor && scheduledFor <= now) errors.scheduledFor = 'Jadwal ini sudah lewat. Pilih waktu lain.'
  else if (scheduledFor && scheduledFor.getTime() - now.getTime() > furthest)
    errors.scheduledFor = 'Jadwal paling jauh setahun dari sekarang.'
  if (embargoUntil === undefined) errors.embargoUntil = 'Tuliskan tanggal dan jam, misalnya 25/11/2026 pukul 09.00.'
  else if (scheduledFor && embargoUntil && scheduledFor < embargoUntil)
    errors.scheduledFor = `Jadwal tidak boleh sebelum embargo berakhir, ${formatInstant(embargoUntil)}.`
  return { schedule: { scheduledFor: scheduledFor ?? null, embargoUntil: embargoUntil ?? null }, errors }
}

/** When a post goes out that is released now: as planned, never within its embargo. `at once` disregards the plan. */
export function dueOf({ scheduledFor, embargoUntil }: Schedule, now: Date, atOnce = false): Date {
  const wanted = atOnce || scheduledFor === null || scheduledFor < now ? now : scheduledFor
  return embargoUntil !== null && embargoUntil > wanted ? embargoUntil : wanted
}

/**
 * Whether its time went by so long ago that a person has to decide (`lateAfter` in seconds). What only waits its turn
 * under X's limit is not late by our doing, and an answer is wanted whenever it comes.
 */
export function isLate(post: Pick<Post, 'purpose' | 'dueAt' | 'waitsFor'>, now: Date, lateAfter: number): boolean {
  if (post.purpose === 'answer' || post.dueAt === null || post.waitsFor === 'limit') return false
  return now.getTime() - post.dueAt.getTime() > lateAfter * 1000
}
