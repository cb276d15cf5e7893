import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CalendarData, DayOff } from './calendar-data.ts'
import { dueAfterDays, dueAfterMinutes, workingDaysBetween, workingMinutesBetween } from './due-after.ts'
import { shippedCalendars } from './shipped-calendar.ts'
import { UnknownYear } from './unknown-year.ts'
import { type WorkingCalendar, workingCalendar } from './working-calendar.ts'

const shipped = (id: string): CalendarData => {
  const found = shippedCalendars().find((calendar) => calendar.id === id)
  assert.ok(found)
  return found
}
const city = workingCalendar(shipped('kota'))

/** `2026-03-16 16:40` as WIB. */
const wib = (text: string): Date => new Date(`${text.replace(' ', 'T')}+07:00`)

function check(calendar: WorkingCalendar, due: Date, expected: string): void {
  assert.equal(due.toISOString(), wib(expected).toISOString(), `${calendar.id}: ${expected}`)
}

describe('the end of the n-th office day', () => {
  const cases: [what: string, received: string, days: number, due: string][] = [
    [
      'the example of product.md 5: Ramadan, after hours, over Nyepi and Idul Fitri',
      '2026-03-16 16:40',
      5,
      '2026-03-31 16:00',
    ],
    ['within office hours', '2026-11-02 09:00', 1, '2026-11-03 16:00'],
    ['before opening counts as that day', '2026-11-02 05:00', 1, '2026-11-03 16:00'],
    ['in the break counts as that day', '2026-11-02 12:30', 1, '2026-11-03 16:00'],
    ['the last minute of the office day', '2026-11-02 15:59:59', 1, '2026-11-03 16:00'],
    ['16:00:00 sharp is after hours', '2026-11-02 16:00:00', 1, '2026-11-04 16:00'],
    ['at night', '2026-11-02 23:30', 1, '2026-11-04 16:00'],
    ['just after midnight is the new day', '2026-11-03 00:00', 1, '2026-11-04 16:00'],
    ['Friday closes half an hour later', '2026-11-06 16:15', 1, '2026-11-09 16:00'],
    ['Friday 16:30:00 counts as Monday', '2026-11-06 16:30', 1, '2026-11-10 16:00'],
    ['due on a Friday', '2026-11-05 10:00', 1, '2026-11-06 16:30'],
    ['Saturday counts as Monday', '2026-11-07 10:00', 5, '2026-11-16 16:00'],
    ['Sunday counts as Monday', '2026-11-08 23:59:59', 0, '2026-11-09 16:00'],
    ['day 0 is the day of receipt', '2026-11-02 09:00', 0, '2026-11-02 16:00'],
    ['Ramadan closes at 15:00', '2026-03-02 14:59:59', 1, '2026-03-03 15:00'],
    ['15:00 in Ramadan is after hours', '2026-03-02 15:00', 1, '2026-03-04 15:00'],
    ['Friday in Ramadan', '2026-03-05 10:00', 1, '2026-03-06 15:30'],
    ['on joint leave', '2026-03-18 09:00', 0, '2026-03-25 16:00'],
    ['over Idul Fitri 2025 with seven days off', '2025-03-27 10:00', 1, '2025-04-08 16:00'],
    ['over the end of the year', '2025-12-24 10:00', 5, '2026-01-05 16:00'],
    ['14 days', '2026-04-01 08:00', 14, '2026-04-22 16:00'],
    ['60 days over the end of the year', '2026-11-23 10:00', 60, '2027-02-22 15:00'],
  ]
  for (const [what, received, days, due] of cases)
    it(what, () => check(city, dueAfterDays(city, wib(received), days), due))

  it('a service of six days works on Saturday', () => {
    const health = workingCalendar(shipped('enam-hari'))
    check(health, dueAfterDays(health, wib('2026-11-06 10:00'), 1), '2026-11-07 13:00')
    check(health, dueAfterDays(health, wib('2026-11-07 13:00'), 0), '2026-11-09 14:30')
  })
})

describe('n working minutes', () => {
  const cases: [what: string, from: string, minutes: number, due: string][] = [
    ['within one interval', '2026-11-02 09:00', 60, '2026-11-02 10:00'],
    ['seconds are kept', '2026-11-02 09:00:30', 1, '2026-11-02 09:01:30'],
    ['to the end of an interval, not to the next', '2026-11-02 11:00', 60, '2026-11-02 12:00'],
    ['over the break', '2026-11-02 11:00', 61, '2026-11-02 13:01'],
    ['from the break', '2026-11-02 12:30', 30, '2026-11-02 13:30'],
    ['before opening', '2026-11-02 06:00', 30, '2026-11-02 08:00'],
    ['from closing time', '2026-11-02 16:00', 1, '2026-11-03 07:31'],
    ['a whole day', '2026-11-02 07:30', 450, '2026-11-02 16:00'],
    ['over the Friday break', '2026-11-06 11:00', 60, '2026-11-06 13:30'],
    ['over the weekend', '2026-11-06 16:00', 60, '2026-11-09 08:00'],
    ['over Idul Fitri, out of Ramadan hours', '2026-03-17 14:30', 60, '2026-03-25 08:00'],
    ['none', '2026-11-07 11:00', 0, '2026-11-07 11:00'],
  ]
  for (const [what, from, minutes, due] of cases)
    it(what, () => {
      check(city, dueAfterMinutes(city, wib(from), minutes), due)
      if (minutes > 0) assert.equal(workingMinutesBetween(city, wib(from), wib(due)), minutes)
    })

  it('a week has 37.5 hours, in Ramadan 32.5, on both calendars', () => {
    for (const calendar of [city, workingCalendar(shipped('enam-hari'))]) {
      assert.equal(workingMinutesBetween(calendar, wib('2026-11-02 00:00'), wib('2026-11-09 00:00')), 37.5 * 60)
      assert.equal(workingMinutesBetween(calendar, wib('2026-03-02 00:00'), wib('2026-03-09 00:00')), 32.5 * 60)
    }
  })

  it('is negative backwards', () =>
    assert.equal(workingMinutesBetween(city, wib('2026-11-02 10:00'), wib('2026-11-02 09:00')), -60))
})

describe('what the decrees say', () => {
  const added: DayOff = {
    day: '2026-11-05',
    kind: 'national',
    name: 'Pemungutan suara',
    decree: 'Keppres contoh',
    from: '2026-11-03',
    to: null,
  }
  const data = shipped('kota')
  const withAdded = { ...data, daysOff: [...data.daysOff, added] }

  it('the working days of a year agree with the count of the decree', () => {
    for (const [year, days] of [
      ['2025', 237],
      ['2026', 240],
      ['2027', 242],
    ] as const)
      assert.equal([...city.officeEnd].filter((end) => new Date(end).toISOString().startsWith(year)).length, days, year)
  })

  it('a holiday added in mid-year counts from the day of its decree; before, the old due date stands', () => {
    const before = workingCalendar(withAdded, '2026-11-02')
    const after = workingCalendar(withAdded, '2026-11-03')
    check(before, dueAfterDays(before, wib('2026-11-02 09:00'), 3), '2026-11-05 16:00')
    check(after, dueAfterDays(after, wib('2026-11-02 09:00'), 3), '2026-11-06 16:30')
  })

  it('18 August 2025 became joint leave on 7 August 2025', () => {
    const before = workingCalendar(data, '2025-08-06')
    check(before, dueAfterDays(before, wib('2025-08-15 09:00'), 1), '2025-08-18 16:00')
    check(city, dueAfterDays(city, wib('2025-08-15 09:00'), 1), '2025-08-19 16:00')
  })

  it('a withdrawn day off is worked again', () => {
    const withdrawn = { ...data, daysOff: [...data.daysOff, { ...added, to: '2026-11-04' }] }
    const calendar = workingCalendar(withdrawn, '2026-11-04')
    check(calendar, dueAfterDays(calendar, wib('2026-11-02 09:00'), 3), '2026-11-05 16:00')
  })

  it('joint leave can be set to be worked', () => {
    const worked = workingCalendar({
      ...data,
      hours: data.hours.map((hours) => ({ ...hours, jointLeaveIsOff: false })),
    })
    check(worked, dueAfterDays(worked, wib('2026-03-17 09:00'), 1), '2026-03-18 15:00')
  })

  it('a year without decree is refused, never guessed', () => {
    const unknown = (year: number) => (error: unknown) => error instanceof UnknownYear && error.year === year
    assert.throws(() => dueAfterDays(city, wib('2024-12-31 10:00'), 1), unknown(2024))
    assert.throws(() => dueAfterDays(city, wib('2027-12-31 16:30'), 0), unknown(2028))
    assert.throws(() => dueAfterDays(city, wib('2027-12-01 10:00'), 30), unknown(2028))
    assert.throws(() => dueAfterMinutes(city, wib('2027-12-31 16:29'), 2), unknown(2028))
    assert.throws(() => workingMinutesBetween(city, wib('2027-12-01 10:00'), wib('2028-01-01 00:00')), unknown(2028))
    const gap = workingCalendar({ ...data, years: data.years.filter(({ year }) => year !== 2026) })
    assert.throws(() => dueAfterDays(gap, wib('2027-05-03 10:00'), 1), unknown(2027))
    const early = workingCalendar(data, '2026-09-14')
    assert.throws(() => dueAfterDays(early, wib('2027-01-04 10:00'), 1), unknown(2027))
  })

  it('days between are the days of the clock', () => {
    const received = wib('2026-03-16 16:40')
    assert.equal(workingDaysBetween(city, received, wib('2026-03-31 15:59')), 4)
    assert.equal(workingDaysBetween(city, received, wib('2026-03-31 16:00')), 5)
    assert.equal(workingDaysBetween(city, received, wib('2026-03-16 17:00')), 0)
  })
})
