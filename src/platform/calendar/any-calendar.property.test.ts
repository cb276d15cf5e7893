import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { CalendarData, DayOff, Interval, OfficeHours } from './calendar-data.ts'
import { dueAfterDays, dueAfterMinutes, workingMinutesBetween } from './due-after.ts'
import { UnknownYear } from './unknown-year.ts'
import { workingCalendar } from './working-calendar.ts'

const text = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** None to three intervals of a day, in order, touching at most. */
const intervals: fc.Arbitrary<Interval[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 })
  .map((times) => times.toSorted((a, b) => a - b))
  .map((times) =>
    Array.from({ length: Math.floor(times.length / 2) }, (_, i) => [
      text(times[2 * i] ?? 0),
      text(times[2 * i + 1] ?? 0),
    ]),
  )

const week = fc.record(Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, intervals])))
const day = fc.integer({ min: 0, max: 364 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))

const usual = week.map(
  (week): OfficeHours => ({ from: '2026-01-01', to: null, name: 'usual', basis: '', week, jointLeaveIsOff: true }),
)
const ranged = fc
  .tuple(day, fc.integer({ min: 0, max: 40 }), week, fc.boolean())
  .map(([from, length, week, jointLeaveIsOff]): OfficeHours => {
    const to = new Date(Date.parse(`${from}T00:00:00Z`) + length * 86_400_000).toISOString().slice(0, 10)
    return { from, to, name: from, basis: '', week, jointLeaveIsOff }
  })
const daysOff = fc.uniqueArray(fc.record({ day, kind: fc.constantFrom<DayOff['kind'][]>('national', 'joint-leave') }), {
  maxLength: 40,
  selector: ({ day, kind }) => `${day} ${kind}`,
})

/** Any office: odd hours, hours of a range of days, days off of both kinds, and a change to other hours. */
const office = fc
  .record({
    usual,
    ranged: fc.option(ranged, { nil: undefined }),
    daysOff,
    later: fc.option(fc.record({ from: day, hours: usual }), { nil: undefined }),
  })
  .map(
    ({ usual, ranged, daysOff, later }): CalendarData => ({
      id: 'any',
      name: 'any',
      hours: ranged ? [usual, ranged] : [usual],
      later: later ? [{ from: later.from, hours: [later.hours] }] : [],
      years: [{ year: 2026, decree: '', from: '2026-01-01' }],
      daysOff: daysOff.map((off) => ({ ...off, name: '', decree: '', from: '2026-01-01', to: null })),
    }),
  )

const start = Date.parse('2026-01-01T00:00:00+07:00')
const instant = fc.integer({ min: 0, max: 364 * 1440 * 60 }).map((second) => start + second * 1000)
const days = fc.integer({ min: 0, max: 30 })
const minutes = fc.integer({ min: 0, max: 5000 })

/** The intervals of a day, asked of the plain data. */
function openOn({ hours, later = [], daysOff }: CalendarData, day: string): readonly Interval[] {
  const held = later.findLast(({ from }) => from <= day)?.hours ?? hours
  const now = held.find(({ from, to }) => to !== null && from <= day && day <= to) ?? held.find(({ to }) => to === null)
  const kinds = daysOff.filter((off) => off.day === day).map(({ kind }) => kind)
  if (kinds.includes('national') || (kinds.includes('joint-leave') && now?.jointLeaveIsOff)) return []
  return now?.week[String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)] ?? []
}

const dayAt = (instant: number): string => new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10)

/** End of the n-th office day, found by walking; null beyond the year. */
function walkDays(data: CalendarData, from: number, n: number): number | null {
  let left = n
  for (let at = Date.parse(`${dayAt(from)}T00:00:00+07:00`); dayAt(at) < '2027'; at += 86_400_000) {
    const closing = openOn(data, dayAt(at)).at(-1)?.[1]
    if (closing === undefined) continue
    const end = at + (Number(closing.slice(0, 2)) * 60 + Number(closing.slice(3))) * 60_000
    if (from >= end) continue
    if (left === 0) return end
    left -= 1
  }
  return null
}

/** Working minutes in whole minutes, counted one by one. */
function walkMinutes(data: CalendarData, from: number, to: number): number {
  let [count, day, open]: [number, string, readonly Interval[]] = [0, '', []]
  for (let at = from; at < to; at += 60_000) {
    const local = new Date(at + 7 * 3_600_000).toISOString()
    if (local.slice(0, 10) !== day) [day, open] = [local.slice(0, 10), openOn(data, local.slice(0, 10))]
    if (open.some(([a, b]) => a <= local.slice(11, 16) && local.slice(11, 16) < b)) count += 1
  }
  return count
}

/** The answer, or null where it is refused because the year is not known. */
function known<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch (error) {
    if (error instanceof UnknownYear) return null
    throw error
  }
}

/** Unknown is later than everything known. */
const asNumber = (due: Date | null): number => due?.getTime() ?? Number.POSITIVE_INFINITY

/** As many offices as fit into a few seconds. */
const runs = { numRuns: 150 }

describe('working time, for any office', () => {
  it('days agree with a walk, and are refused exactly where the walk leaves the year', () =>
    fc.assert(
      fc.property(office, instant, days, (data, from, n) => {
        const calendar = workingCalendar(data)
        const due = known(() => dueAfterDays(calendar, new Date(from), n).getTime())
        assert.equal(due, walkDays(data, from, n))
      }),
      runs,
    ))

  it('minutes between agree with a count minute by minute', () =>
    fc.assert(
      fc.property(office, instant, fc.integer({ min: 0, max: 20_000 }), (data, from, length) => {
        const a = Math.floor(from / 60_000) * 60_000
        const b = Math.min(a + length * 60_000, start + 364 * 86_400_000)
        if (b < a) return
        const worked = workingMinutesBetween(workingCalendar(data), new Date(a), new Date(b))
        assert.equal(worked, walkMinutes(data, a, b))
      }),
      runs,
    ))

  it('later received, more days or more minutes is never due earlier', () =>
    fc.assert(
      fc.property(office, instant, instant, days, days, minutes, (data, a, b, n, m, more) => {
        const calendar = workingCalendar(data)
        const byDays = (from: number, n: number) => asNumber(known(() => dueAfterDays(calendar, new Date(from), n)))
        const byMinutes = (from: number, n: number) =>
          asNumber(known(() => dueAfterMinutes(calendar, new Date(from), n)))
        const [early, late] = [Math.min(a, b), Math.max(a, b)]
        assert.ok(byDays(early, n) <= byDays(late, n))
        assert.ok(byDays(a, n) <= byDays(a, n + m))
        assert.ok(byMinutes(early, more) <= byMinutes(late, more))
        assert.ok(byMinutes(a, more) <= byMinutes(a, more + m))
      }),
      runs,
    ))

  it('n days and then m are n + m, from within the n-th day; n minutes and then m are n + m', () =>
    fc.assert(
      fc.property(office, instant, days, days, minutes, minutes, (data, from, n, m, some, more) => {
        const calendar = workingCalendar(data)
        const end = known(() => dueAfterDays(calendar, new Date(from), n).getTime())
        if (end !== null) {
          const then = known(() => dueAfterDays(calendar, new Date(end - 1), m).getTime())
          assert.equal(
            then,
            known(() => dueAfterDays(calendar, new Date(from), n + m).getTime()),
          )
        }
        const first = known(() => dueAfterMinutes(calendar, new Date(from), some))
        if (first === null) return
        const then = known(() => dueAfterMinutes(calendar, first, more).getTime())
        assert.equal(
          then,
          known(() => dueAfterMinutes(calendar, new Date(from), some + more).getTime()),
        )
        if (some > 0) assert.equal(workingMinutesBetween(calendar, new Date(from), first), some)
      }),
      runs,
    ))
})
