import assert from 'node:assert/strict'
import { it } from 'node:test'
import { shippedCalendars } from '../platform/calendar/shipped-calendar.ts'
import { workingCalendar } from '../platform/calendar/working-calendar.ts'
import { countPauses, type KeptPause } from './pause-count.ts'

const [data] = shippedCalendars()
assert.ok(data)
const calendar = workingCalendar(data)
const wib = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+07:00`)
const november = { from: wib('2026-11-01 00:00'), to: wib('2026-12-01 00:00') }

const pause = (at: string, endedAt: string | null, other: Partial<KeptPause> = {}): KeptPause => ({
  reason: 'Menunggu data warga',
  agencyId: 'dinkes',
  at: wib(at),
  endedAt: endedAt === null ? null : wib(endedAt),
  endedHow: endedAt === null ? null : 'word',
  limitAt: wib('2026-12-31 16:00'),
  ...other,
})

const cases: [
  what: string,
  kept: KeptPause,
  told: [begun: number, running: number, limited: number],
  minutes: unknown,
][] = [
  ['within a morning', pause('2026-11-02 09:00', '2026-11-02 10:30'), [1, 0, 0], 90],
  ['over a weekend', pause('2026-11-07 08:00', '2026-11-08 20:00'), [1, 0, 0], 0],
  ['begun before: only what lies inside', pause('2026-10-30 09:00', '2026-11-02 09:00'), [0, 0, 0], 90],
  [
    'ended by its limit: what came after counts for nothing',
    pause('2026-11-02 09:00', '2026-11-02 12:00', { endedHow: 'limit', limitAt: wib('2026-11-02 10:00') }),
    [1, 0, 1],
    60,
  ],
  ['running: until its limit', pause('2026-11-02 09:00', null, { limitAt: wib('2026-11-02 11:00') }), [1, 1, 0], 120],
  [
    'ended later: still running at the end, a Monday of 7.5 hours counted',
    pause('2026-11-28 09:00', '2026-12-02 09:00'),
    [1, 1, 0],
    450,
  ],
]
for (const [what, kept, [begun, running, limited], minutes] of cases)
  it(what, () =>
    assert.deepEqual(
      countPauses([kept], november, () => calendar),
      [{ reason: kept.reason, begun, running, limited, minutes }],
    ),
  )

it('sums by reason, the most often begun first; an unknown year makes the sum unknown', () => {
  const rows = [
    pause('2026-11-02 09:00', '2026-11-02 10:00', { reason: 'Menunggu instansi lain' }),
    pause('2026-11-02 09:00', '2026-11-02 10:00'),
    pause('2026-11-03 09:00', '2026-11-03 10:00'),
  ]
  const told = countPauses(rows, november, () => calendar)
  assert.deepEqual(
    told.map(({ reason, begun, minutes }) => [reason, begun, minutes]),
    [
      ['Menunggu data warga', 2, 120],
      ['Menunggu instansi lain', 1, 60],
    ],
  )
  const far = { from: wib('2035-01-01 00:00'), to: wib('2035-02-01 00:00') }
  const [unknown] = countPauses([pause('2035-01-02 09:00', '2035-01-03 09:00', { limitAt: null })], far, () => calendar)
  assert.equal(unknown?.minutes, null)
})
