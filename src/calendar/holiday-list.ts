import type { DayOffKind } from '../platform/calendar/calendar-data.ts'
import type { FieldErrors } from '../platform/refusal.ts'
import { isDay, readDay } from './day-in-words.ts'

/** The decree of a whole year, as it is typed in. */
export interface YearInput {
  year: string
  decree: string
  /** Date of the decree. */
  from: string
  /** A line a day: `1 Januari 2028; nasional; Tahun Baru 2028 Masehi`. */
  list: string
}

export interface ListedDay {
  day: string
  kind: DayOffKind
  name: string
}

const kinds: Readonly<Record<string, DayOffKind>> = {
  nasional: 'national',
  'libur nasional': 'national',
  'cuti bersama': 'joint-leave',
}

/** Below this a list is not a year's: every year since 2010 had more. */
const fewest = 10

/** Reads the list of a yearly decree; what is wrong is said by line. Pure. */
export function readList(list: string, year: number): { days: ListedDay[]; errors: string[] } {
  const days: ListedDay[] = []
  const errors: string[] = []
  for (const [i, line] of list.split('\n').entries()) {
    if (line.trim() === '') continue
    const [date = '', kind = '', ...rest] = line.split(/[;\t]/).map((part) => part.trim())
    const day = readDay(date)
    const read = kinds[kind.toLowerCase()]
    const name = rest.join('; ')
    if (day === null) errors.push(`Baris ${i + 1}: "${date.slice(0, 40)}" bukan tanggal.`)
    else if (!day.startsWith(`${year}-`)) errors.push(`Baris ${i + 1}: ${date} bukan tanggal tahun ${year}.`)
    else if (read === undefined) errors.push(`Baris ${i + 1}: jenis ditulis "nasional" atau "cuti bersama".`)
    else if (name === '' || name.length > 120) errors.push(`Baris ${i + 1}: nama hari libur 1–120 huruf.`)
    else if (days.some((known) => known.day === day && known.kind === read))
      errors.push(`Baris ${i + 1}: ${date} sudah ada.`)
    else days.push({ day, kind: read, name })
  }
  return { days, errors }
}

/** What is wrong with a yearly decree, by field. Years are known without a gap: only the one before or after fits. */
export function refuseYear(input: YearInput, given: { today: string; knownYears: readonly number[] }): FieldErrors {
  const year = Number(input.year)
  const [first, last] = [Math.min(...given.knownYears), Math.max(...given.knownYears)]
  const { days, errors } = readList(input.list, year)
  const nationals = days.filter(({ kind }) => kind === 'national').length
  const checks: [field: keyof YearInput, wrong: boolean, words: string][] = [
    ['year', !/^\d{4}$/.test(input.year), 'Isi tahun.'],
    ['year', given.knownYears.includes(year), `Keputusan tahun ${year} sudah tercatat.`],
    [
      'year',
      /^\d{4}$/.test(input.year) && year !== first - 1 && year !== last + 1 && !given.knownYears.includes(year),
      `Catat tahun ${last + 1} dahulu: tahun yang diketahui tidak boleh berselang.`,
    ],
    ['decree', input.decree === '' || input.decree.length > 200, 'Isi nomor keputusan, paling banyak 200 huruf.'],
    ['from', !isDay(input.from) || input.from > given.today, 'Isi tanggal keputusan, paling akhir hari ini.'],
    [
      'list',
      errors.length === 0 && nationals < fewest,
      'Daftar belum lengkap: libur nasional setahun lebih dari 10 hari.',
    ],
    ['list', errors.length > 0, errors.slice(0, 5).join(' ')],
  ]
  return Object.fromEntries(checks.filter(([, wrong]) => wrong).map(([field, , words]) => [field, words]))
}
