import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { dueAfterDays, dueAfterMinutes, workingMinutesBetween } from './due-after.ts'
import { shippedCalendars } from './shipped-calendar.ts'
import { type WorkingCalendar, workingCalendar } from './working-calendar.ts'

const HOUR = 3_600_000
const data = shippedCalendars()
const calendars = data.map((calendar) => workingCalendar(calendar))
const calendar = fc.constantFrom(...calendars)
/** Up to the middle of 2027, so that what follows stays within the known years. */
const instant = fc.date({
  min: new Date('2025-01-01T00:00:00+07:00'),
  max: new Date('2027-06-01T00:00:00Z'),
  noInvalidDate: true,
})
const days = fc.integer({ min: 0, max: 60 })
const minutes = fc.integer({ min: 0, max: 20_000 })

function weekOf(id: string, day: string) {
  const plain = data.find((one) => one.id === id)
  if (plain === undefined || plain.daysOff.some((off) => off.day === day)) return []
  const held = plain.hours.findLast(({ from, to }) => from <= day && (to === null || day <= to))
  return held?.week[String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)] ?? []
}

describe('working time, for any instant', () => {
  it('minutes agree with a walk minute by minute', () =>
    fc.assert(
      fc.property(calendar, instant, fc.integer({ min: 1, max: 600 }), (one, from, n) => {
        const start = Math.floor(from.getTime() / 60_000) * 60_000
        let at = start
        for (let left = n; left > 0; at += 60_000) if (openAt(one, at)) left -= 1
        assert.equal(dueAfterMinutes(one, new Date(start), n).getTime(), at)
      }),
      { numRuns: 60 },
    ))

  it('later received or more days is never due earlier', () =>
    fc.assert(
      fc.property(calendar, instant, instant, days, days, (one, a, b, n, m) => {
        const [early, late] = a <= b ? [a, b] : [b, a]
        assert.ok(dueAfterDays(one, early, n) <= dueAfterDays(one, late, n))
        assert.ok(dueAfterDays(one, a, n) <= dueAfterDays(one, a, n + m))
        assert.ok(dueAfterDays(one, a, n) >= a)
      }),
    ))

  it('later started or more minutes is never due earlier', () =>
    fc.assert(
      fc.property(calendar, instant, instant, minutes, minutes, (one, a, b, n, m) => {
        const [early, late] = a <= b ? [a, b] : [b, a]
        assert.ok(dueAfterMinutes(one, early, n) <= dueAfterMinutes(one, late, n))
        assert.ok(dueAfterMinutes(one, a, n) <= dueAfterMinutes(one, a, n + m))
      }),
    ))

  it('n days and then m days are n + m days, for what arrives before the end of the n-th day', () =>
    fc.assert(
      fc.property(calendar, instant, days, days, (one, from, n, m) => {
        const lastMoment = new Date(dueAfterDays(one, from, n).getTime() - 1)
        assert.deepEqual(dueAfterDays(one, lastMoment, m), dueAfterDays(one, from, n + m))
      }),
    ))

  it('n minutes and then m minutes are n + m minutes', () =>
    fc.assert(
      fc.property(calendar, instant, minutes, minutes, (one, from, n, m) =>
        assert.deepEqual(dueAfterMinutes(one, dueAfterMinutes(one, from, n), m), dueAfterMinutes(one, from, n + m)),
      ),
    ))

  it('minutes between are the minutes that were added', () =>
    fc.assert(
      fc.property(calendar, instant, minutes, (one, from, n) =>
        assert.equal(workingMinutesBetween(one, from, dueAfterMinutes(one, from, n)), n),
      ),
    ))
})

/** Whether the minute that begins at `at` is worked, asked of the plain data. */
function openAt(one: WorkingCalendar, at: number): boolean {
  const local = new Date(at + 7 * HOUR).toISOString()
  const time = local.slice(11, 16)
  return weekOf(one.id, local.slice(0, 10)).some(([from, to]) => time >= from && time < to)
}
