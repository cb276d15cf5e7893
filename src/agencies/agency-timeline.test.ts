import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type AgencyPeriod,
  changeFrom,
  correctEnd,
  correctPeriod,
  endOn,
  factsOf,
  isTimeline,
  type Timeline,
  withdrawChange,
} from './agency-timeline.ts'

const period = (from: string, to: string | null, name: string, endDecree: string | null = null): AgencyPeriod => ({
  name,
  abbreviation: name,
  kind: 'department',
  parentId: null,
  regionCode: null,
  host: null,
  from,
  to,
  decree: `SK ${from}`,
  endDecree,
})
const named = (name: string) => factsOf(period('', null, name))
const alone = [period('2017-01-01', null, 'A')]
const two = [period('2017-01-01', '2026-03-01', 'A'), period('2026-03-01', null, 'B')]
const closed = [period('2017-01-01', '2026-03-01', 'A'), period('2026-03-01', '2026-06-01', 'B', 'SK tutup')]

const inShort = (timeline: Timeline): string =>
  timeline.map(({ name, from, to }) => `${name} ${from}..${to ?? ''}`).join(', ')

for (const [what, changed, expected] of [
  [
    'a change cuts what held',
    changeFrom(alone, '2026-03-01', named('B'), 'SK'),
    'A 2017-01-01..2026-03-01, B 2026-03-01..',
  ],
  [
    'a change of the past lasts until the next one',
    changeFrom(two, '2020-01-01', named('X'), 'SK'),
    'A 2017-01-01..2020-01-01, X 2020-01-01..2026-03-01, B 2026-03-01..',
  ],
  [
    'a change before the end leaves the end',
    changeFrom(closed, '2026-05-01', named('X'), 'SK'),
    'A 2017-01-01..2026-03-01, B 2026-03-01..2026-05-01, X 2026-05-01..2026-06-01',
  ],
  ['an agency ends', endOn(two, '2026-06-01', 'SK'), 'A 2017-01-01..2026-03-01, B 2026-03-01..2026-06-01'],
  [
    'a first day moves, and the day before with it',
    correctPeriod(two, '2026-03-01', { ...named('B'), from: '2026-04-01', decree: 'SK 2026-03-01' }),
    'A 2017-01-01..2026-04-01, B 2026-04-01..',
  ],
  [
    'a name is corrected in its place',
    correctPeriod(two, '2017-01-01', { ...named('Aa'), from: '2017-01-01', decree: null }),
    'Aa 2017-01-01..2026-03-01, B 2026-03-01..',
  ],
  ['a change is withdrawn', withdrawChange(two, '2026-03-01'), 'A 2017-01-01..'],
  ['a change before the end is withdrawn', withdrawChange(closed, '2026-03-01'), 'A 2017-01-01..2026-06-01'],
  ['an end moves', correctEnd(closed, '2026-07-01'), 'A 2017-01-01..2026-03-01, B 2026-03-01..2026-07-01'],
  ['an end is taken back', correctEnd(closed, null), 'A 2017-01-01..2026-03-01, B 2026-03-01..'],
] as const)
  test(what, () => {
    assert.ok(isTimeline(changed), JSON.stringify(changed))
    assert.equal(inShort(changed), expected)
  })

for (const [what, changed, field, words] of [
  ['before it was', changeFrom(alone, '2016-12-31', named('B'), 'SK'), 'day', /baru ada sejak 1 Januari 2017/],
  ['after its end', changeFrom(closed, '2026-06-01', named('X'), 'SK'), 'day', /sudah berakhir pada 1 Juni 2026/],
  ['twice on a day', changeFrom(two, '2026-03-01', named('X'), 'SK'), 'day', /Sudah ada catatan mulai 1 Maret 2026/],
  ['without change', changeFrom(two, '2026-04-01', named('B'), 'SK'), '', /Tidak ada yang berubah/],
  ['an end before the start', endOn(alone, '2016-01-01', 'SK'), 'day', /harus setelah 1 Januari 2017/],
  ['an end on the first day', endOn(alone, '2017-01-01', 'SK'), 'day', /harus setelah/],
  ['an end before a known change', endOn(two, '2026-02-01', 'SK'), 'day', /harus setelah 1 Maret 2026/],
  ['a second end', endOn(closed, '2026-07-01', 'SK'), 'day', /sudah berakhir/],
  [
    'a first day after the end',
    correctPeriod(closed, '2026-03-01', { ...named('B'), from: '2026-06-01', decree: null }),
    'day',
    /sebelum akhirnya/,
  ],
  [
    'a first day before the earlier name',
    correctPeriod(closed, '2026-03-01', { ...named('B'), from: '2017-01-01', decree: null }),
    'day',
    /setelah awal catatan sebelumnya/,
  ],
  ['the first record withdrawn', withdrawChange(two, '2017-01-01'), '', /tidak dapat dicabut/],
  ['an end that is none', correctEnd(two, null), '', /tidak tercatat berakhir/],
  ['an end moved before the start', correctEnd(closed, '2026-03-01'), 'day', /harus setelah/],
] as const)
  test(`refused: ${what}`, () => {
    assert.ok(!isTimeline(changed))
    assert.match(changed.errors[field] ?? '', words)
  })

test('the decree of the end stays with the last period', () => {
  const changed = changeFrom(closed, '2026-05-01', named('X'), 'SK')
  assert.ok(isTimeline(changed))
  assert.deepEqual(
    changed.map(({ endDecree }) => endDecree),
    [null, null, 'SK tutup'],
  )
})
