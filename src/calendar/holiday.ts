import type { DayOffKind } from '../platform/calendar/calendar-data.ts'
import type { FieldErrors } from '../platform/refusal.ts'
import { isDay } from './day-in-words.ts'

/** A day off as staff see it. */
export interface Holiday {
  id: string
  day: string
  kind: DayOffKind
  name: string
  decree: string
  /** WIB day from which it is known. */
  from: string
}

/** A day off that is none any more, from the WIB day `to` on. */
export interface WithdrawnHoliday extends Holiday {
  to: string
  withdrawnBy: string
}

export const dayOffKinds = { national: 'Libur nasional', 'joint-leave': 'Cuti bersama' } as const
export const isDayOffKind = (text: string): text is DayOffKind => Object.hasOwn(dayOffKinds, text)

export interface HolidayInput {
  day: string
  kind: string
  name: string
  decree: string
  /** Date of the decree. */
  from: string
}

/** What is wrong with a day off to be added, by field. `knownYears` are those that have their yearly decree. */
export function refuseHoliday(
  input: HolidayInput,
  given: { today: string; knownYears: readonly number[] },
): FieldErrors {
  const year = Number(input.day.slice(0, 4))
  const checks: [field: keyof HolidayInput, wrong: boolean, words: string][] = [
    ['day', !isDay(input.day), 'Isi tanggal libur.'],
    [
      'day',
      isDay(input.day) && !given.knownYears.includes(year),
      `Tahun ${year} belum mempunyai keputusan libur tahunan, maka satu hari libur belum dapat dicatat.`,
    ],
    ['kind', !isDayOffKind(input.kind), 'Pilih libur nasional atau cuti bersama.'],
    ['name', input.name === '', 'Isi nama hari libur.'],
    ['name', input.name.length > 120, 'Nama terlalu panjang: paling banyak 120 huruf.'],
    ['decree', input.decree === '', 'Isi nomor keputusan yang menetapkannya.'],
    ['decree', input.decree.length > 200, 'Nomor keputusan terlalu panjang: paling banyak 200 huruf.'],
    ['from', !isDay(input.from), 'Isi tanggal keputusan.'],
    ['from', isDay(input.from) && input.from > given.today, 'Tanggal keputusan belum tiba.'],
  ]
  return Object.fromEntries(checks.filter(([, wrong]) => wrong).map(([field, , words]) => [field, words]))
}

/** What is wrong with the withdrawal of a day off, by field. An older decree does not withdraw a younger one's day. */
export function refuseWithdrawal(
  input: { decree: string; from: string },
  given: { today: string; holiday: Pick<Holiday, 'from'> },
): FieldErrors {
  const checks: [field: string, wrong: boolean, words: string][] = [
    ['decree', input.decree === '' || input.decree.length > 200, 'Isi nomor keputusan, paling banyak 200 huruf.'],
    ['from', !isDay(input.from) || input.from > given.today, 'Isi tanggal keputusan, paling akhir hari ini.'],
    [
      'from',
      isDay(input.from) && input.from < given.holiday.from,
      'Keputusan yang lebih lama tidak mencabut hari libur yang ditetapkan sesudahnya.',
    ],
  ]
  return Object.fromEntries(checks.filter(([, wrong]) => wrong).map(([field, , words]) => [field, words]))
}
