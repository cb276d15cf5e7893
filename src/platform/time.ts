/** Instants are UTC; what people read and what the law counts is WIB (UTC+7, no summer time). */
const WIB = 7 * 3_600_000
const DAY = 86_400_000

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const
const weekdays = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const

const shifted = (instant: Date): Date => new Date(instant.getTime() + WIB)
const two = (n: number): string => String(n).padStart(2, '0')

/** The day in Bekasi at this instant, `YYYY-MM-DD`. */
export function dayInWib(instant: Date): string {
  const number = Math.floor((instant.getTime() + WIB) / DAY)
  const known = dayTexts.get(number)
  if (known !== undefined) return known
  const day = shifted(instant).toISOString().slice(0, 10)
  if (dayTexts.size >= 10_000) dayTexts.clear()
  dayTexts.set(number, day)
  return day
}

/** The text of a day, by its number since 1970: asked for every clock of every case. */
const dayTexts = new Map<number, string>()

/** The month in Bekasi at this instant, `YYYY-MM`. */
export const monthInWib = (instant: Date): string => dayInWib(instant).slice(0, 7)

/** The instant a WIB day begins. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+07:00`)

/** `days` may be negative. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** `count` may be negative: `addMonths('2026-01', -1)` is `2025-12`. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const index = year * 12 + number - 1 + count
  return `${Math.floor(index / 12)}-${two((index % 12) + 1)}`
}

/** Half-open: from the first instant of the WIB month to the first of the next. */
export function monthRange(month: string): { from: Date; to: Date } {
  return { from: startOfDay(`${month}-01`), to: startOfDay(`${addMonths(month, 1)}-01`) }
}

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

/** `6 Maret 2017`, of a WIB day `YYYY-MM-DD`. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${months[(month ?? 1) - 1]} ${year}`
}

/** `Senin, 6 Maret 2017`. */
export const formatWeekday = (day: string): string =>
  `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}, ${formatDay(day)}`

/** `Maret 2017`, of a month `YYYY-MM`. */
export const formatMonth = (month: string): string => formatDay(`${month}-01`).slice(2)

/** `16.40`: Indonesian writes hours with a full stop. */
export const formatTime = (instant: Date): string => shifted(instant).toISOString().slice(11, 16).replace(':', '.')

/** `6 Maret 2017`. */
export const formatDate = (instant: Date): string => formatDay(dayInWib(instant))

/** `6 Maret 2017 pukul 16.40 WIB`. */
export const formatInstant = (instant: Date): string => `${formatDate(instant)} pukul ${formatTime(instant)} WIB`

/** `1.234,5`; `digits` after the comma at most. */
export function formatNumber(value: number, digits = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(digits).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  const tail = fraction?.replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${grouped}${tail ? `,${tail}` : ''}`
}
