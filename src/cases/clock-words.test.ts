import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dueAfterDays } from '../platform/calendar/due-after.ts'
import { shippedCalendars } from '../platform/calendar/shipped-calendar.ts'
import { workingCalendar } from '../platform/calendar/working-calendar.ts'
import { explainClock, readClock, workingTime } from './clock-words.ts'

const [data] = shippedCalendars()
assert.ok(data)
const calendar = workingCalendar(data)
const wib = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+07:00`)

describe('working time in words', () => {
  const cases: [from: string, to: string, words: string][] = [
    ['2026-11-02 13:00', '2026-11-04 16:00', '2 hari kerja 3 jam'],
    ['2026-11-02 09:00', '2026-11-02 09:40', '40 menit'],
    ['2026-11-02 09:00', '2026-11-02 11:05', '2 jam 5 menit'],
    ['2026-11-02 11:30', '2026-11-02 13:30', '1 jam'],
    ['2026-11-01 09:00', '2026-11-02 16:00', '1 hari kerja'],
    ['2026-11-02 06:00', '2026-11-03 16:00', '2 hari kerja'],
    ['2026-11-02 16:00', '2026-11-03 16:00', '1 hari kerja'],
    ['2026-11-02 16:00', '2026-11-03 09:00', '1 jam 30 menit'],
    ['2026-11-07 09:00', '2026-11-08 09:00', '0 menit'],
    ['2026-03-17 14:00', '2026-03-25 16:00', '1 hari kerja 1 jam'],
  ]
  for (const [from, to, words] of cases)
    it(`${from} to ${to}`, () => assert.equal(workingTime(calendar, wib(from), wib(to)), words))
})

describe('how a clock stands', () => {
  const startedAt = wib('2026-11-02 07:30')
  const clock = { startedAt, dueAt: dueAfterDays(calendar, startedAt, 3), stoppedAt: null }
  const cases: [now: string, band: string, words: string][] = [
    ['2026-11-02 08:00', 'below-50', 'sisa 3 hari kerja 7 jam'],
    ['2026-11-03 15:59', 'below-50', 'sisa 2 hari kerja'],
    ['2026-11-03 16:00', 'below-75', 'sisa 2 hari kerja'],
    ['2026-11-04 16:00', 'below-90', 'sisa 1 hari kerja'],
    ['2026-11-05 13:00', 'urgent', 'sisa 3 jam'],
    ['2026-11-05 16:00', 'urgent', 'sisa 0 menit'],
    ['2026-11-05 20:00', 'overdue', 'baru lewat batas waktu'],
    ['2026-11-06 09:00', 'overdue', 'terlambat 1 jam 30 menit'],
    ['2026-11-09 09:00', 'overdue', 'terlambat 1 hari kerja 1 jam'],
  ]
  for (const [now, band, words] of cases)
    it(now, () => assert.deepEqual(readClock(calendar, clock, wib(now)), { band, words }))

  it('a stopped clock says whether it stopped in time', () => {
    const at = (stopped: string) => readClock(calendar, { ...clock, stoppedAt: wib(stopped) }, wib('2026-11-20 09:00'))
    assert.deepEqual(at('2026-11-05 16:00'), { band: 'stopped', words: 'tepat waktu' })
    assert.deepEqual(at('2026-11-06 08:00'), { band: 'overdue', words: 'terlambat 30 menit' })
  })

  it('an unknown end is said so', () =>
    assert.equal(readClock(calendar, { ...clock, dueAt: null }, wib('2026-11-03 09:00')).band, 'unknown'))
})

it('explains the example of product.md 5', () => {
  const startedAt = wib('2026-03-16 16:40')
  assert.equal(
    explainClock(calendar, {
      step: 'final-answer',
      startedAt,
      unit: 'days',
      amount: 5,
      dueAt: dueAfterDays(calendar, startedAt, 5),
      unknownYear: null,
      pauses: [],
    }),
    'Diterima Senin, 16 Maret 2026 pukul 16.40 WIB, di luar jam kerja, maka dihitung mulai Selasa, 17 Maret 2026 ' +
      '(hari ke-0). Tidak dihitung: Hari Suci Nyepi (Tahun Baru Saka 1948) (18 dan 19 Maret 2026); ' +
      'Idul Fitri 1447 Hijriah (20, 23 dan 24 Maret 2026). ' +
      '5 hari kerja berakhir Selasa, 31 Maret 2026 pukul 16.00 WIB.',
  )
})
