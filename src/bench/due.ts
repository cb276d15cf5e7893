import {
  dueAfterDays,
  dueAfterMinutes,
  endOfOfficeDay,
  instantAfterMinutes,
  receiptOfficeDay,
} from '../platform/calendar/due-after.ts'
import { cityCalendar, shippedCalendars } from '../platform/calendar/shipped-calendar.ts'
import { UnknownYear } from '../platform/calendar/unknown-year.ts'
import { type WorkingCalendar, workingCalendar } from '../platform/calendar/working-calendar.ts'
import { rounds } from './median.ts'
import { naiveDays, naiveMinutes, plainOffice } from './naive-due.ts'

const count = 5
const asked = 1_000_000
/** The naive loop is so much slower that it is asked less. */
const askedNaively = 50_000
const DAY = 86_400_000

/**
 * Due instants in one process: a look-up in the tables of working time against a loop that walks over the days with a
 * set of days off, as one writes it first. Instants and amounts are spread over the known years; both must agree.
 */
export async function benchDue(print: (line: string) => void): Promise<void> {
  const data = shippedCalendars().find(({ id }) => id === cityCalendar)
  if (!data) throw new Error('no calendar ships')
  const calendar = workingCalendar(data)
  const office = plainOffice(data)
  const from = spread(calendar)

  const days = (i: number): number => i % 61
  const minutes = (i: number): number => (i * 37) % 13_500
  for (let i = 0; i < 2000; i += 1) {
    const at = from[i] ?? 0
    agree(dueAfterDays(calendar, new Date(at), days(i)).getTime(), naiveDays(office, at, days(i)))
    agree(dueAfterMinutes(calendar, new Date(at), minutes(i)).getTime(), naiveMinutes(office, at, minutes(i)))
  }

  const each = (times: number, ask: (at: number, i: number) => number) => async () => {
    const started = performance.now()
    let sum = 0
    for (let i = 0; i < times; i += 1) sum += ask(from[i] ?? 0, i)
    // The sum is looked at, so that no answer is left out by the compiler.
    if (Number.isNaN(sum)) throw new Error('an answer is no instant')
    return times / ((performance.now() - started) / 1000)
  }
  const figures = await rounds(count, {
    days: each(asked, (at, i) => endOfOfficeDay(calendar, receiptOfficeDay(calendar, at) + days(i))),
    daysOfDates: each(asked, (at, i) => dueAfterDays(calendar, new Date(at), days(i)).getTime()),
    naiveDays: each(askedNaively, (at, i) => naiveDays(office, at, days(i))),
    minutes: each(asked, (at, i) => instantAfterMinutes(calendar, at, minutes(i))),
    minutesOfDates: each(asked, (at, i) => dueAfterMinutes(calendar, new Date(at), minutes(i)).getTime()),
    naiveMinutes: each(askedNaively, (at, i) => naiveMinutes(office, at, minutes(i))),
  })
  print('Due instants in one process, the city calendar of 2025 to 2027')
  print(line('0 to 60 office days', figures.days, figures.naiveDays))
  print(line('0 to 13,499 working minutes', figures.minutes, figures.naiveMinutes))
  print(
    `  the same with Dates: ${perSecond(figures.daysOfDates)} days, ${perSecond(figures.minutesOfDates)} minutes a second`,
  )
  print(`  a year without decree: ${refusal(calendar)}`)
}

const line = (what: string, table: number, naive: number): string =>
  `  ${what}: ${perSecond(table)} a second, a naive loop ${perSecond(naive)}: ${(table / naive).toFixed(0)} times`

const perSecond = (value: number): string => Math.round(value).toLocaleString('en')

/** Instants from 2025 to the middle of 2027, by turns at every hour of the day; always the same ones. */
function spread({ origin }: WorkingCalendar): Float64Array {
  const range = 2.4 * 365 * DAY
  let seed = 1
  return Float64Array.from({ length: asked }, () => {
    seed = (seed * 48_271) % 2_147_483_647
    return origin + Math.floor((seed / 2_147_483_647) * range)
  })
}

function agree(table: number, naive: number): void {
  if (table !== naive) throw new Error(`${new Date(table).toISOString()} is not ${new Date(naive).toISOString()}`)
}

function refusal(calendar: WorkingCalendar): string {
  try {
    return `NOT refused: ${dueAfterDays(calendar, new Date('2027-12-30T03:00:00Z'), 30).toISOString()}`
  } catch (error) {
    if (error instanceof UnknownYear) return `refused (${error.message})`
    throw error
  }
}
