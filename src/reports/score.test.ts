import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReportRule } from './report-rule.ts'
import { rank, type ScoreInput, type ScorePart, score, weakest } from './score.ts'

const rule: ReportRule = {
  validFrom: '2017-03-06',
  dueWorkingDay: 5,
  urgentBeforeDays: 3,
  dormantAfterDays: 90,
  expectedItems: { default: 4, district: 2, subdistrict: 1 },
  weights: { report: 30, content: 30, availability: 20, answers: 20 },
  knownAtLeast: 60,
}
const perfect: ScoreInput = { report: 'in-time', published: 4, kind: 'dinas', up: 100, inTime: 100 }

const cases: [string, Partial<ScoreInput>, points: number | null, known: number, weakest: ScorePart | null][] = [
  ['everything in order', {}, 100, 100, null],
  ['more items than expected gain nothing', { published: 400 }, 100, 100, null],
  ['half the items', { published: 2 }, 85, 100, 'content'],
  ['a district needs two items', { published: 2, kind: 'district' }, 100, 100, null],
  ['late counts half', { report: 'late' }, 85, 100, 'report'],
  ['missing counts nothing', { report: 'missing' }, 70, 100, 'report'],
  ['a report not due yet is left out', { report: 'open' }, 100, 70, null],
  ['no message came: nothing to measure, nothing lost', { inTime: null }, 100, 80, null],
  ['a scan that failed is not an agency that failed', { up: null }, 100, 80, null],
  ['silent and missing', { report: 'missing', published: 0, up: 100, inTime: null }, 25, 80, 'report'],
  ['all bad', { report: 'missing', published: 0, up: 0, inTime: 0 }, 0, 100, 'report'],
  ['too little known to be ranked', { up: null, inTime: null, published: null }, null, 30, null],
  ['just enough known', { up: null, inTime: null }, 100, 60, null],
  ['nothing known', { report: 'open', published: null, up: null, inTime: null }, null, 0, null],
]

for (const [name, change, points, known, worst] of cases)
  test(`score: ${name}`, () => {
    const result = score({ ...perfect, ...change }, rule)
    assert.deepEqual([result.points, result.known, weakest(result, rule)], [points, known, worst])
  })

const city = (...points: (number | null)[]) =>
  points.map((value, i) => ({
    agencyId: `a${i}`,
    score: { points: value, known: 100, parts: { report: null, content: null, availability: null, answers: null } },
  }))
const ids = (list: { agencyId: string }[]): string => list.map(({ agencyId }) => agencyId).join(' ')

const rankings: [string, (number | null)[], best: string, help: string][] = [
  ['nobody', [], '', ''],
  ['one alone is not the best of all', [50], '', 'a0'],
  ['two', [50, 90], 'a1', 'a0'],
  ['equal points: by id', [70, 70, 70, 70], 'a0 a1', 'a3 a2'],
  ['the unranked are in neither', [null, 90, null, 40], 'a1', 'a3'],
  ['full points need no help', [100, 100, 100, 100], 'a0 a1', ''],
  ['twelve', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 'a11 a10 a9 a8 a7', 'a0 a1 a2 a3 a4'],
]

for (const [name, points, best, help] of rankings)
  test(`rank: ${name}`, () => {
    const result = rank(city(...points))
    assert.deepEqual([ids(result.best), ids(result.help)], [best, help])
  })
