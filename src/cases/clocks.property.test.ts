import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { workingMinutesBetween } from '../platform/calendar/due-after.ts'
import { shippedCalendars } from '../platform/calendar/shipped-calendar.ts'
import { workingCalendar } from '../platform/calendar/working-calendar.ts'
import { type Clock, isRunning } from './clock.ts'
import { clockColumns } from './clock-columns.ts'
import { countEnd, instantAtShare, lengthOf } from './clock-end.ts'
import { readClocks, writeClocks } from './data/clock-json.ts'
import { mergeClocks, recountClocks } from './keep-clocks.ts'
import { type ClockEvent, deriveClocks } from './sla-clock.ts'
import type { LimitUnit, SlaRule } from './sla-rule.ts'

const [data] = shippedCalendars()
assert.ok(data)
const calendar = workingCalendar(data)
const begin = Date.parse('2026-02-02T00:00:00Z')
const subject = { kind: 'complaint', class: 'plain', agencyId: 'dinkes' } as const

const rule = (id: string, step: string, unit: LimitUnit, amount: number): SlaRule => ({
  ...{ id, step, unit, amount, kind: null, class: null, agencyId: null, basis: '', from: '2025-01-01' },
})
const rules = [
  rule('r', 'first-reply', 'minutes', 240),
  rule('t', 'triage', 'days', 3),
  rule('u', 'follow-up', 'days', 5),
  rule('f', 'final-answer', 'days', 5),
  rule('c', 'closing', 'days', 10),
]
const terms = { rules, calendar }

const instant = fc.integer({ min: 0, max: 60 * 24 * 60 }).map((minutes) => new Date(begin + minutes * 60_000))
const agency = fc.constantFrom('dinkes', 'dishub', 'dlh')
const event: fc.Arbitrary<ClockEvent> = instant.chain((at) =>
  fc.oneof(
    fc.constantFrom<ClockEvent>(
      { by: 'citizen', at },
      { by: 'triage', at },
      { by: 'follow-up', at },
      { by: 'closing', at },
      { by: 'resume', at },
      { by: 'agency', at, final: false },
      { by: 'agency', at, final: true },
    ),
    fc.record({ by: fc.constant('passage' as const), at: fc.constant(at), from: agency, to: agency }),
    fc.record({
      by: fc.constant('pause' as const),
      at: fc.constant(at),
      reason: fc.constant('Menunggu'),
      limitDays: fc.integer({ min: 1, max: 15 }),
      steps: fc.constant(['final-answer', 'follow-up', 'agency-answer', 'first-reply']),
      endsByWord: fc.boolean(),
    }),
  ),
)
const story = fc
  .tuple(instant, fc.array(event, { maxLength: 12 }))
  .map(([at, more]): ClockEvent[] => [{ by: 'citizen', at }, ...more])

const pauses = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: 9000 }),
    long: fc.integer({ min: 1, max: 4000 }),
    limitDays: fc.integer({ min: 0, max: 12 }),
  }),
  { maxLength: 4 },
)

describe('clocks, for any story of a case', () => {
  it('are the same told at once and told event by event', () =>
    fc.assert(
      fc.property(story, (events) => {
        const told = events.toSorted((a, b) => a.at.getTime() - b.at.getTime())
        const first = told.findIndex(({ by }) => by === 'citizen')
        let kept: readonly Clock[] = []
        for (let n = first + 1; n <= told.length; n += 1) {
          const { clocks } = deriveClocks(terms, subject, told.slice(0, n))
          kept = readClocks(JSON.parse(writeClocks(mergeClocks(kept, clocks, { now: calendarNow, reason: '' }).clocks)))
        }
        const once = deriveClocks(terms, subject, told).clocks
        assert.deepEqual(kept.filter(isRunning).map(bare), once.filter(isRunning).map(bare))
      }),
      { numRuns: 400 },
    ))

  it('counted again from what is kept of them alone, they have not moved', () =>
    fc.assert(
      fc.property(story, (events) => {
        const { clocks } = deriveClocks(terms, subject, events)
        assert.equal(recountClocks(terms, subject, clocks, { now: calendarNow, reason: '' }).begun.length, 0)
      }),
      { numRuns: 400 },
    ))

  it('counted by another calendar, they are what their events would make of it', () =>
    fc.assert(
      fc.property(story, fc.integer({ min: 1, max: 28 }), (events, date) => {
        const day = `2026-03-${String(date).padStart(2, '0')}`
        const off = { day, kind: 'national', name: 'Libur uji', decree: '', from: '2026-01-01', to: null } as const
        const other = { rules, calendar: workingCalendar({ ...data, daysOff: [...data.daysOff, off] }) }
        const { clocks } = deriveClocks(terms, subject, events)
        const counted = recountClocks(other, subject, clocks, { now: calendarNow, reason: 'Libur uji.' })
        assert.deepEqual(
          counted.clocks.filter(isRunning).map(bare),
          deriveClocks(other, subject, events).clocks.filter(isRunning).map(bare),
        )
        for (const [n, clock] of counted.clocks.entries()) if (!isRunning(clock)) assert.equal(clock, clocks[n])
      }),
      { numRuns: 400 },
    ))

  it('the citizen waits from the first word to the final answer, however often the case is passed on', () =>
    fc.assert(
      fc.property(story, (events) => {
        const without = events.filter(({ by }) => by !== 'passage')
        const ofCitizen = (told: ClockEvent[]) =>
          deriveClocks(terms, subject, told)
            .clocks.filter(({ step }) => step === 'citizen-wait')
            .map(({ startedAt, stoppedAt }) => [startedAt, stoppedAt])
        assert.deepEqual(ofCitizen(events), ofCitizen(without))
      }),
      { numRuns: 400 },
    ))

  it('what a list reads of them fits', () =>
    fc.assert(
      fc.property(story, (events) => {
        const { clocks } = deriveClocks(terms, subject, events)
        const row = clockColumns(terms, subject, clocks)
        const due = clocks
          .filter(isRunning)
          .flatMap(({ step, dueAt }) => (step !== 'closing' && dueAt ? [dueAt.getTime()] : []))
        assert.equal(row.next_due_at?.getTime(), due.length > 0 ? Math.min(...due) : undefined)
      }),
      { numRuns: 200 },
    ))
})

describe('pauses', () => {
  it('never shorten, and move an end by exactly the working time inside them', () =>
    fc.assert(
      fc.property(
        instant,
        fc.constantFrom<LimitUnit>('days', 'minutes'),
        fc.integer({ min: 1, max: 30 }),
        pauses,
        (startedAt, unit, amount, some) => {
          const clock = { startedAt, unit, amount: unit === 'days' ? amount : amount * 60 }
          let after = startedAt.getTime()
          const laid = some.map(({ from, long, limitDays }) => {
            const at = new Date(after + from * 60_000)
            const to = new Date(at.getTime() + long * 60_000)
            after = to.getTime()
            return { reason: '', from: at, to, limitDays }
          })
          const plain = countEnd(calendar, { ...clock, pauses: [] }).dueAt
          const paused = countEnd(calendar, { ...clock, pauses: laid }).dueAt
          if (plain === null || paused === null) return
          assert.ok(paused >= plain)
          const length = lengthOf(calendar, { ...clock, pauses: laid, dueAt: paused })
          assert.ok(Math.abs((length ?? 0) - workingMinutesBetween(calendar, startedAt, plain)) < 1e-6)
          const half = instantAtShare(calendar, { ...clock, pauses: laid, dueAt: paused }, 0.5)
          const most = instantAtShare(calendar, { ...clock, pauses: laid, dueAt: paused }, 0.9)
          assert.ok(half && most && half <= most && most <= paused)
        },
      ),
      { numRuns: 500 },
    ))
})

const calendarNow = new Date('2026-06-01T02:00:00Z')

const bare = ({ step, startedAt, dueAt, amount, pauses, agencyId }: Clock) => ({
  ...{ step, agencyId, amount, startedAt, dueAt, pauses: pauses.length },
})
