import {
  dueAfterMinutes,
  endOfOfficeDay,
  receiptOfficeDay,
  workingMinutesBetween,
} from '../platform/calendar/due-after.ts'
import type { WorkingCalendar } from '../platform/calendar/working-calendar.ts'
import { addDays, dayInWib, formatDay, formatInstant, formatTime, formatWeekday } from '../platform/time.ts'
import type { Clock } from './clock.ts'
import { type CountedPause, countedPauses, endWithoutPauses, known } from './clock-end.ts'
import { limitWords } from './sla-rule.ts'

/** How a clock stands, for the eye: each band has its own words and shape. */
export interface ClockReading {
  band: 'below-50' | 'below-75' | 'below-90' | 'urgent' | 'overdue' | 'paused' | 'stopped' | 'unknown'
  /** `sisa 2 hari kerja 3 jam`, `terlambat 40 menit`, `tepat waktu`. */
  words: string
}

/** What is read of a clock: its ends, and where it can be paused its length and until when it stands still. */
export interface ClockRead {
  startedAt: Date
  dueAt: Date | null
  stoppedAt: Date | null
  /** Working minutes it gives, pauses left out; from start to end where it is absent. */
  minutes?: number | null
  pausedUntil?: Date | null
  /** Whether it was stopped by its end, as `inTime` says; where it is absent, by the instants. */
  inTime?: boolean | null
}

/** Reads a clock at `now`. Working time alone counts: over a weekend nothing is used up, nor in a pause. */
export function readClock(calendar: WorkingCalendar, clock: ClockRead, now: Date): ClockReading {
  return known(() => readKnown(calendar, clock, now)) ?? unknownReading
}

const unknownReading: ClockReading = { band: 'unknown', words: 'belum dapat dihitung' }

function readKnown(calendar: WorkingCalendar, clock: ClockRead, now: Date): ClockReading {
  const { startedAt, dueAt, stoppedAt, pausedUntil } = clock
  if (dueAt === null) return unknownReading
  if (stoppedAt !== null) return stoppedReading(calendar, { ...clock, dueAt, stoppedAt })
  if (now > dueAt) return { band: 'overdue', words: lateWords(calendar, dueAt, now) }
  const paused = pausedUntil && pausedUntil > now
  const from = paused ? pausedUntil : now
  const left = workingTime(calendar, from, dueAt)
  if (paused) return { band: 'paused', words: `dijeda, sisa ${left}` }
  const length = clock.minutes ?? workingMinutesBetween(calendar, startedAt, dueAt)
  return { band: bandOf(1 - workingMinutesBetween(calendar, from, dueAt) / length), words: `sisa ${left}` }
}

const stoppedReading = (
  calendar: WorkingCalendar,
  { dueAt, stoppedAt, inTime = stoppedAt <= dueAt }: ClockRead & { dueAt: Date; stoppedAt: Date },
): ClockReading => {
  if (inTime === false) return { band: 'overdue', words: lateWords(calendar, dueAt, stoppedAt) }
  return { band: 'stopped', words: inTime === null ? 'berhenti' : 'tepat waktu' }
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

type Explained = Pick<Clock, 'step' | 'startedAt' | 'unit' | 'amount' | 'dueAt' | 'unknownYear' | 'pauses'>

/**
 * The sum in words, for the officer and the auditor: when it came in, from when it counts, what was not counted, how
 * long it stood still and why, when it ends.
 */
export function explainClock(calendar: WorkingCalendar, clock: Explained): string {
  const { startedAt, dueAt, amount, unit, unknownYear } = clock
  const came = `${beginnings[clock.step]} ${formatWeekday(dayInWib(startedAt))} pukul ${formatTime(startedAt)} WIB`
  if (amount === null) return `${came}. Tidak ada batas waktu; yang dihitung hanya waktu kerja.`
  if (dueAt === null)
    return `${came}. Jatuh tempo belum dapat dihitung: hari libur tahun ${unknownYear ?? 'itu'} belum ditetapkan.`
  const pauses = countedPauses(calendar, clock)
  const end = pauses.length > 0 ? endWithoutPauses(calendar, clock) : dueAt
  const sum = `${limitWords({ amount, unit })} berakhir ${dayAndTime(end)}`
  return [
    `${came}, ${countedFrom(calendar, clock)}.`,
    daysOffWords(calendar, startedAt, dueAt),
    pauses.length > 0 ? `${sum}.` : '',
    ...pauses.map((pause) => pauseWords(calendar, pause)),
    pauses.length > 0 ? `Dengan jeda itu jatuh tempo ${dayAndTime(dueAt)}.` : `${sum}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

const beginnings: Readonly<Record<Clock['step'], string>> = {
  'first-reply': 'Diterima',
  'final-answer': 'Diterima',
  'citizen-wait': 'Diterima',
  triage: 'Sampai di perangkat daerah',
  'follow-up': 'Sampai di perangkat daerah',
  'agency-answer': 'Diteruskan ke perangkat daerah ini',
  closing: 'Jawaban akhir terbit',
}

const dayAndTime = (at: Date): string => `${formatWeekday(dayInWib(at))} pukul ${formatTime(at)} WIB`

function countedFrom(calendar: WorkingCalendar, { startedAt, unit }: Explained): string {
  if (unit === 'minutes') {
    const first = dueAfterMinutes(calendar, startedAt, 1).getTime() - 60_000
    return first === startedAt.getTime()
      ? 'dihitung sejak saat itu'
      : `di luar jam kerja, maka dihitung mulai ${dayAndTime(new Date(first))}`
  }
  const dayZero = dayInWib(new Date(endOfOfficeDay(calendar, receiptOfficeDay(calendar, startedAt.getTime())) - 1))
  return dayZero === dayInWib(startedAt)
    ? 'hari itu adalah hari ke-0'
    : `di luar jam kerja, maka dihitung mulai ${formatWeekday(dayZero)} (hari ke-0)`
}

const pauseWords = (calendar: WorkingCalendar, { reason, from, to, end }: CountedPause): string => {
  const span = `${formatInstant(from)} sampai ${formatInstant(end)}`
  const open = to === null ? ', paling lama' : ''
  return `Dijeda ${workingTime(calendar, from, end)} karena ${lowerFirst(reason)} (${span}${open}).`
}

/** How long a clock stood still in all, in working time; '' when it did not. */
export function pausedWords(calendar: WorkingCalendar, pauses: readonly CountedPause[]): string {
  const [one, ...more] = pauses
  if (!one) return ''
  if (more.length === 0) return workingTime(calendar, one.from, one.end)
  const minutes = Math.floor(pauses.reduce((sum, pause) => sum + pause.minutes, 0))
  return `${pauses.length} kali, ${inWords(0, minutes)} kerja`
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** `Tidak dihitung: Hari Suci Nyepi (18 dan 19 Maret 2026), ...`; '' when there was no day off. */
function daysOffWords(calendar: WorkingCalendar, from: Date, to: Date): string {
  const byName = new Map<string, string[]>()
  for (let day = dayInWib(from); day <= dayInWib(to); day = addDays(day, 1)) {
    const off = calendar.daysOff.get(day)
    if (off) byName.set(off.name, [...(byName.get(off.name) ?? []), day])
  }
  const names = [...byName].map(([name, days]) => `${name} (${daysInWords(days)})`)
  return names.length === 0 ? '' : `Tidak dihitung: ${names.join('; ')}.`
}

/** `18 dan 19 Maret 2026`, of days in their order. */
function daysInWords(days: readonly string[]): string {
  const months = [...Map.groupBy(days, (day) => day.slice(0, 7)).values()]
  return months
    .map((alike) => {
      const last = alike.at(-1) ?? ''
      const before = alike.slice(0, -1).map((day) => Number(day.slice(8)))
      return before.length === 0 ? formatDay(last) : `${before.join(', ')} dan ${formatDay(last)}`
    })
    .join(', ')
}
