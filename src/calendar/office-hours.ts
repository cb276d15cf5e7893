import type { OfficeHours, Week } from '../platform/calendar/calendar-data.ts'
import { hoursOn } from '../platform/calendar/working-calendar.ts'
import type { FieldErrors } from '../platform/refusal.ts'
import { addDays, formatDay } from '../platform/time.ts'
import { isDay } from './day-in-words.ts'
import { readIntervals } from './interval-text.ts'

/** Office hours as they are typed in: intervals as text for each ISO weekday. */
export interface HoursInput {
  name: string
  from: string
  /** '' until further notice. */
  to: string
  week: Readonly<Record<string, string>>
  jointLeaveIsOff: boolean
  basis: string
}

/** Office hours of one calendar, as they are kept. */
export interface KeptHours extends OfficeHours {
  id: string
}

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const

/** The week of a form without errors; days that are not worked are left out. */
export const weekOf = (input: HoursInput): Week =>
  Object.fromEntries(
    weekdays.flatMap((day) => {
      const intervals = readIntervals(input.week[day] ?? '')
      return typeof intervals === 'string' || intervals.length === 0 ? [] : [[day, intervals]]
    }),
  )

/** What is wrong with office hours, by field; the field of a weekday is `hari-1` to `hari-7`. */
export function refuseHours(input: HoursInput, held: readonly OfficeHours[]): FieldErrors {
  const { name, from, to, basis } = input
  const times = weekdays.flatMap((day): [string, string][] => {
    const read = readIntervals(input.week[day] ?? '')
    return typeof read === 'string' ? [[`hari-${day}`, read]] : []
  })
  const twice = held.some((one) => one.from === from && one.name === name)
  const alike = held.find((one) => one.from === from && (one.to === null) === (to === ''))
  const checks: [field: string, wrong: boolean, words: string][] = [
    ['name', name === '' || name.length > 80, 'Isi nama, paling banyak 80 huruf, misalnya Ramadan 2028.'],
    ['from', !isDay(from), 'Isi hari mulai berlaku.'],
    ['to', to !== '' && !isDay(to), 'Isi hari terakhir, atau kosongkan bila berlaku seterusnya.'],
    ['to', isDay(to) && isDay(from) && to < from, 'Hari terakhir lebih awal daripada hari mulai.'],
    ['name', twice, `"${name}" sejak hari itu sudah ada; cabut dahulu yang lama.`],
    ['from', !twice && alike !== undefined, `"${alike?.name}" mulai pada hari yang sama; cabut dahulu yang lama.`],
    [
      'hari-1',
      times.length === 0 && Object.keys(weekOf(input)).length === 0,
      'Isi jam kerja paling sedikit satu hari.',
    ],
    ['basis', basis === '' || basis.length > 300, 'Isi dasar hukumnya, paling banyak 300 huruf.'],
  ]
  return {
    ...Object.fromEntries(checks.filter(([, wrong]) => wrong).map(([field, , words]) => [field, words])),
    ...Object.fromEntries(times),
  }
}

/** Why these hours cannot be withdrawn: then a day of the known years would have no hours at all. */
export function refuseHoursWithdrawal(
  held: readonly KeptHours[],
  id: string,
  given: { reason: string; knownYears: readonly number[] },
): string | undefined {
  if (given.reason === '') return 'Isi alasan pencabutan.'
  const left = held.filter((one) => one.id !== id)
  const [first, last] = [`${Math.min(...given.knownYears)}-01-01`, `${Math.max(...given.knownYears)}-12-31`]
  for (let day = first; day <= last; day = addDays(day, 1))
    if (hoursOn(held, day) !== undefined && hoursOn(left, day) === undefined)
      return `Tanpa jam kerja ini, ${formatDay(day)} tidak mempunyai jam kerja. Tambahkan dahulu yang menggantikannya.`
  return undefined
}
