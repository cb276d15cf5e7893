import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { availability, type Check, dayVerdict, type ScanOutcome } from './availability.ts'

const check = (at: string, outcome: ScanOutcome): Check => ({
  at: new Date(`2026-11-${at}:00Z`),
  outcome,
  cause: outcome === 'up' ? null : 'timeout',
})

/** One letter a try, an hour apart. */
const hourly = (letters: string): Check[] =>
  [...letters].map((letter, i) => check(`02T0${i}:00`, letter === 'u' ? 'up' : letter === 'd' ? 'down' : 'unknown'))

describe('the verdict on a day', () => {
  const cases: [string, ScanOutcome][] = [
    ['', 'unknown'],
    ['uuuu', 'up'],
    ['d', 'unknown'],
    ['dd', 'unknown'],
    ['ddd', 'down'],
    ['ddu', 'up'],
    ['dddu', 'down'],
    ['ddduuu', 'up'],
    ['???', 'unknown'],
    ['dd?', 'unknown'],
    ['?u', 'up'],
  ]
  for (const [letters, verdict] of cases)
    it(`${letters || 'no try'}: ${verdict}`, () => assert.equal(dayVerdict(hourly(letters)), verdict))

  it('three tries in one hour are one try', () => {
    const tries = ['02T01:00', '02T01:20', '02T01:40'].map((at) => check(at, 'down'))
    assert.equal(dayVerdict(tries), 'unknown')
  })
})

describe('availability of a month', () => {
  const checks = [
    check('01T01:00', 'up'),
    ...hourly('dddd'),
    check('03T01:00', 'up'),
    check('04T01:00', 'down'),
    check('04T07:00', 'up'),
  ]
  const result = availability(['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'], checks)

  it('counts days, and leaves the unknown out of the percentage', () => {
    const { checks: tries, up, down, unknown, upPercent } = result
    assert.deepEqual({ tries, up, down, unknown, upPercent }, { tries: 8, up: 3, down: 1, unknown: 1, upPercent: 75 })
  })

  it('lists outages from the first failed try to the answer that ended it', () => {
    assert.deepEqual(result.outages, [
      { from: new Date('2026-11-02T00:00:00Z'), to: new Date('2026-11-03T01:00:00Z'), cause: 'timeout' },
    ])
  })

  it('says nothing when nothing is known', () => {
    assert.equal(availability(['2026-11-01'], []).upPercent, null)
  })
})
