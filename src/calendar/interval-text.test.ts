import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { intervalsInWords, minutesAWeek, readIntervals, weekInLines } from './interval-text.ts'

describe('intervals as people type them', () => {
  const cases: [text: string, read: ReturnType<typeof readIntervals>][] = [
    [
      '07.30-12.00, 13.00-16.00',
      [
        ['07:30', '12:00'],
        ['13:00', '16:00'],
      ],
    ],
    [
      '7:30 – 12:00; 13:00 s.d. 16:00',
      [
        ['07:30', '12:00'],
        ['13:00', '16:00'],
      ],
    ],
    [
      '07.30-12.00 dan 13.00-16.00',
      [
        ['07:30', '12:00'],
        ['13:00', '16:00'],
      ],
    ],
    ['00.00-24.00', [['00:00', '24:00']]],
    [
      '08.00-12.00, 12.00-14.00',
      [
        ['08:00', '12:00'],
        ['12:00', '14:00'],
      ],
    ],
    ['', []],
  ]
  for (const [text, read] of cases) it(text || 'empty', () => assert.deepEqual(readIntervals(text), read))

  for (const text of [
    'pagi',
    '7-12',
    '25.00-26.00',
    '07.60-08.00',
    '12.00-07.30',
    '08.00-08.00',
    '13.00-16.00, 07.30-12.00',
    '08.00-12.00, 11.00-13.00',
    '08.00-24.30',
  ])
    it(`refuses ${text}`, () => assert.equal(typeof readIntervals(text), 'string'))
})

describe('a week', () => {
  const week = {
    1: [
      ['07:30', '12:00'],
      ['13:00', '16:00'],
    ],
    2: [
      ['07:30', '12:00'],
      ['13:00', '16:00'],
    ],
    5: [['07:30', '11:30']],
  } as const
  it('in lines', () =>
    assert.deepEqual(weekInLines(week), ['Senin–Selasa 07.30–12.00, 13.00–16.00', 'Jumat 07.30–11.30']))
  it('in minutes', () => assert.equal(minutesAWeek(week), 2 * 450 + 240))
  it('closed', () => assert.equal(intervalsInWords([]), 'tutup'))
})
