import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedCalendars } from '../platform/calendar/shipped-calendar.ts'
import { workingCalendar } from '../platform/calendar/working-calendar.ts'
import { dueOf, type ReportRule } from './report-rule.ts'

const [city] = shippedCalendars()
assert.ok(city)
const calendar = workingCalendar(city)
const rule: ReportRule = {
  validFrom: '2017-03-06',
  dueWorkingDay: 5,
  urgentBeforeDays: 3,
  dormantAfterDays: 90,
  expectedItems: {},
  weights: { report: 1, content: 1, availability: 1, answers: 1 },
  knownAtLeast: 60,
}

const cases: [name: string, month: string, due: string | undefined][] = [
  ['November 2026 begins on a Sunday: 2 to 6 November, Friday to 16.30', '2026-10', '2026-11-06T09:30:00.000Z'],
  ['October 2026 begins on a Thursday: 1, 2, 5, 6, 7 October', '2026-09', '2026-10-07T09:00:00.000Z'],
  ['over the year: New Year is off, 2, 5, 6, 7, 8 January', '2025-12', '2026-01-08T09:00:00.000Z'],
  ['a year without decree is not guessed', '2030-03', undefined],
]
for (const [name, month, due] of cases)
  test(`due: ${name}`, () => assert.equal(dueOf(month, rule, calendar)?.toISOString(), due))
