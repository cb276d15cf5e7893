import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgencyKind } from '../agencies/agency.ts'
import { type Figure, figure } from './figure.ts'
import { type AgencyMonth, makeRecap, recapNumbers, withTrend } from './make-recap.ts'
import { type RecapNumber, trend } from './recap.ts'
import type { ReportRule } from './report-rule.ts'
import type { ReportState } from './report-state.ts'

const rule: ReportRule = {
  validFrom: '2017-03-06',
  dueWorkingDay: 5,
  urgentBeforeDays: 3,
  dormantAfterDays: 90,
  expectedItems: { default: 4, district: 2, subdistrict: 1 },
  weights: { report: 30, content: 30, availability: 20, answers: 20 },
  knownAtLeast: 60,
}

type Values = Partial<Record<'published' | 'checks' | 'up' | 'quiet' | 'received' | 'due' | 'inTime', number>>
const agency = (id: string, state: ReportState, values: Values = {}, kind: AgencyKind = 'department'): AgencyMonth => {
  const { published = 0, checks = 0, up, quiet, received = 0, due = 0, inTime = 0 } = values
  const figures: Figure[] = [
    figure('content.published', published),
    figure('availability.checks', checks),
    figure('availability.up', up ?? null, 'percent'),
    figure('availability.days-since-update', quiet ?? null, 'days'),
    figure('messages.received', received),
    figure('messages.due', due),
    figure('messages.in-time', inTime),
    figure('messages.in-time-percent', due === 0 ? null : (inTime / due) * 100, 'percent', 'nothing'),
  ]
  return {
    agency: { id, name: `Dinas ${id}`, abbreviation: id, kind },
    reports: kind !== 'subdistrict',
    state,
    late: state === 'missing',
    figures: new Map(figures.map((one) => [one.id, one])),
  }
}

const city = [
  agency('a', 'accepted', { published: 8, up: 100, quiet: 2, received: 5, due: 4, inTime: 4 }),
  agency('b', 'missing', { published: 1, up: 80, quiet: 120, received: 3, due: 2, inTime: 1 }),
  agency('c', 'missing'),
  agency('d', 'submitted', { published: 2, up: 90, quiet: 90 }),
  agency('e', 'accepted', { published: 2, up: 100, quiet: 5 }, 'district'),
  agency('f', 'missing', { published: 0, up: 0, quiet: 400 }, 'district'),
  agency('g', 'draft', { published: 3, checks: 30, up: 100 }, 'subdistrict'),
  agency('h', 'draft', {}, 'subdistrict'),
]

test('the best and those to help are offices, districts are compared among themselves', () => {
  const recap = makeRecap(city, rule)
  assert.deepEqual(
    recap.best.map(({ agencyId, words }) => [agencyId, words]),
    [
      ['a', 'Laporan tepat waktu, konten rutin, situs selalu dapat diakses, pesan dijawab tepat waktu'],
      ['d', 'Laporan tepat waktu'],
    ],
  )
  assert.deepEqual(
    recap.help.map(({ agencyId, words }) => [agencyId, words]),
    [
      ['c', 'Laporan belum disampaikan'],
      ['b', 'Laporan belum disampaikan'],
    ],
  )
  assert.deepEqual(
    recap.groups.map(({ title, rows }) => [title, rows.map(({ label }) => label)]),
    [
      ['Perangkat daerah', ['Dinas a', 'Dinas d', 'Dinas b', 'Dinas c']],
      ['Kecamatan', ['Dinas e', 'Dinas f']],
      ['Kelurahan', ['Dinas g']],
    ],
  )
})

test('kelurahan report through their district: never missing, shown only when something is known of them', () => {
  const { missing, groups } = makeRecap(city, rule)
  assert.deepEqual(
    missing.map(({ agencyId }) => agencyId),
    ['b', 'c', 'f'],
  )
  assert.equal(groups.at(-1)?.rows[0]?.remark, 'Melalui induk')
})

test('the five numbers', () => {
  assert.deepEqual(
    recapNumbers(city, rule).map(({ figure }) => [figure.id, figure.value]),
    [
      ['recap.reports-in-time', 3],
      ['recap.published', 16],
      ['recap.up', 78.3],
      ['recap.answered-in-time', 83.3],
      ['recap.dormant', 2],
    ],
  )
})

test('the five numbers of a city of which nothing is known', () => {
  const empty = recapNumbers([agency('c', 'missing')], rule)
  assert.deepEqual(
    empty.map(({ figure }) => figure.value),
    [0, 0, null, null, null],
  )
  assert.ok(withTrend(empty, []).every((number) => trend(number) === 'belum dapat dibandingkan'))
})

const trends: [now: Figure, before: Figure, string][] = [
  [figure('x', 31), figure('x', 28), 'naik 3'],
  [figure('x', 1204), figure('x', 2409), 'turun 1.205'],
  [figure('x', 98.4, 'percent'), figure('x', 97.1, 'percent'), 'naik 1,3 poin'],
  [figure('x', 6), figure('x', 6), 'tetap'],
  [figure('x', null), figure('x', 6), 'belum dapat dibandingkan'],
  [figure('x', 6), figure('x', null), 'belum dapat dibandingkan'],
]
for (const [now, before, words] of trends)
  test(`trend: ${before.value} to ${now.value} is ${words}`, () =>
    assert.equal(trend({ label: '', now, before } satisfies RecapNumber), words))
