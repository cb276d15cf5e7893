import { endOfOfficeDay, receiptOfficeDay, workingMinutesBetween } from '../platform/calendar/due-after.ts'
import { UnknownYear } from '../platform/calendar/unknown-year.ts'
import type { WorkingCalendar } from '../platform/calendar/working-calendar.ts'
import { addDays, dayInWib, formatDay, formatTime, formatWeekday } from '../platform/time.ts'
import type { Clock } from './sla-clock.ts'

/** How a clock stands, for the eye: each band has its own words and shape. */
export interface ClockReading {
  band: 'below-50' | 'below-75' | 'below-90' | 'urgent' | 'overdue' | 'stopped' | 'unknown'
  /** `sisa 2 hari kerja 3 jam`, `terlambat 40 menit`, `tepat waktu`. */
  words: string
}

type Read = Pick<Clock, 'startedAt' | 'dueAt' | 'stoppedAt'>

/** Reads a clock at `now`. Working time alone counts: over a weekend nothing is used up. */
export function readClock(calendar: WorkingCalendar, clock: Read, now: Date): ClockReading {
  const { startedAt, dueAt, stoppedAt } = clock
  if (dueAt === null) return { band: 'unknown', words: 'belum dapat dihitung' }
  try {
    if (stoppedAt !== null)
      return stoppedAt <= dueAt
        ? { band: 'stopped', words: 'tepat waktu' }
        : { band: 'overdue', words: lateWords(calendar, dueAt, stoppedAt) }
    if (now > dueAt) return { band: 'overdue', words: lateWords(calendar, dueAt, now) }
    const share = workingMinutesBetween(calendar, startedAt, now) / workingMinutesBetween(calendar, startedAt, dueAt)
    return { band: bandOf(share), words: `sisa ${workingTime(calendar, now, dueAt)}` }
  } catch (error) {
    if (!(error instanceof UnknownYear)) throw error
    return { band: 'unknown', words: 'belum dapat dihitung' }
  }
}

/** The evening after the due date is late, though no working time has passed yet. */
const lateWords = (calendar: WorkingCalendar, dueAt: Date, at: Date): string =>
  workingMinutesBetween(calendar, dueAt, at) < 1
    ? 'baru lewat batas waktu'
    : `terlambat ${workingTime(calendar, dueAt, at)}`

const bandOf = (share: number): ClockReading['band'] =>
  share < 0.5 ? 'below-50' : share < 0.75 ? 'below-75' : share < 0.9 ? 'below-90' : 'urgent'

/**
 * Working time from `from` to `to` in words: the office days that lie wholly between, and the rest in hours and
 * minutes. Minutes are left out beside days.
 */
export function workingTime(calendar: WorkingCalendar, from: Date, to: Date): string {
  const begun = receiptOfficeDay(calendar, from.getTime())
  const first = (calendar.officeStart[begun] ?? 0) < from.getTime() ? begun + 1 : begun
  const last = receiptOfficeDay(calendar, to.getTime()) - 1
  const all = workingMinutesBetween(calendar, from, to)
  if (last < first) return inWords(0, Math.floor(all))
  const whole = workingMinutesBetween(
    calendar,
    new Date(calendar.officeStart[first] ?? 0),
    new Date(endOfOfficeDay(calendar, last)),
  )
  return inWords(last - first + 1, Math.floor(all - whole))
}

function inWords(days: number, minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const words = [
    days > 0 && `${days} hari kerja`,
    hours > 0 && `${hours} jam`,
    days === 0 && (minutes % 60 > 0 || hours === 0) && `${minutes % 60} menit`,
  ]
  return words.filter(Boolean).join(' ')
}

/**
 * The sum in words, for the officer and the auditor: when it came in, from which day it counts, what was not counted,
 * when it ends.
 */
export function explainClock(
  calendar: WorkingCalendar,
  clock: Pick<Clock, 'startedAt' | 'days' | 'dueAt' | 'unknownYear'>,
): string {
  const came = `Diterima ${formatWeekday(dayInWib(clock.startedAt))} pukul ${formatTime(clock.startedAt)} WIB`
  if (clock.dueAt === null)
    return `${came}. Jatuh tempo belum dapat dihitung: hari libur tahun ${clock.unknownYear} belum ditetapkan.`
  const dayZero = dayInWib(
    new Date(endOfOfficeDay(calendar, receiptOfficeDay(calendar, clock.startedAt.getTime())) - 1),
  )
  const counted =
    dayZero === dayInWib(clock.startedAt)
      ? 'hari itu adalah hari ke-0'
      : `di luar jam kerja, maka dihitung mulai ${formatWeekday(dayZero)} (hari ke-0)`
  const due = `${clock.days} hari kerja berakhir ${formatWeekday(dayInWib(clock.dueAt))} pukul ${formatTime(clock.dueAt)} WIB`
  return [`${came}, ${counted}.`, daysOffWords(calendar, clock.startedAt, clock.dueAt), `${due}.`]
    .filter(Boolean)
    .join(' ')
}

/** `Tidak dihitung: Hari Suci Nyepi (18 dan 19 Maret 2026), ...`; '' when there was no day off. */
function daysOffWords(calendar: WorkingCalendar, from: Date, to: Date): string {
  const byName = new Map<string, string[]>()
  for (let day = dayInWib(from); day <= dayInWib(to); day = addDays(day, 1)) {
    const off = calendar.daysOff.get(day)
    if (off) byName.set(off.name, [...(byName.get(off.name) ?? []), formatDay(day)])
  }
  const names = [...byName].map(([name, days]) => `${name} (${days.join(', ')})`)
  return names.length === 0 ? '' : `Tidak dihitung: ${names.join('; ')}.`
}
