import type { FieldErrors } from '../platform/refusal.ts'
import { isDay } from './day-in-words.ts'

/** A decree about days off, as it is typed in. */
export interface DecreeInput {
  year: string
  number: string
  /** Day of the decree: from then on its days are known, and those it withdraws are days off no more. */
  decreedOn: string
  /** True: the list has all days off of the year. False: it changes single days. */
  wholeYear: boolean
  /** Days off, a line a day (decree-list.ts). */
  listed: string
  /** Days that are days off no more; for a change of single days. */
  withdrawn: string
}

export interface Decree extends Omit<DecreeInput, 'year'> {
  id: string
  year: number
  enteredAt: Date
  enteredBy: string
  confirmedAt: Date | null
  confirmedBy: string | null
}

/** More than ten times the longest list there was. */
const longestText = 100_000

/** What is wrong with the head of a decree, by field; its list is judged by `changeOf`, line by line. */
export function refuseDecree(input: DecreeInput, given: { today: string; knownYears: readonly number[] }): FieldErrors {
  const year = Number(input.year)
  const isYear = /^\d{4}$/.test(input.year)
  const known = given.knownYears.includes(year)
  const [first, last] = [Math.min(...given.knownYears), Math.max(...given.knownYears)]
  const checks: [field: keyof DecreeInput, wrong: boolean, words: string][] = [
    ['year', !isYear, 'Isi tahun dengan empat angka.'],
    [
      'year',
      isYear && !known && input.wholeYear && year !== first - 1 && year !== last + 1,
      `Catat tahun ${year > last ? last + 1 : first - 1} dahulu: tahun yang diketahui tidak boleh berselang.`,
    ],
    [
      'year',
      isYear && !known && !input.wholeYear,
      `Tahun ${year} belum mempunyai keputusan setahun, maka belum ada yang dapat diubah.`,
    ],
    ['number', input.number === '' || input.number.length > 200, 'Isi nomor keputusan, paling banyak 200 huruf.'],
    [
      'decreedOn',
      !isDay(input.decreedOn) || input.decreedOn > given.today,
      'Isi tanggal keputusan, paling akhir hari ini.',
    ],
    ['listed', input.wholeYear && input.listed === '', 'Tempel daftar hari libur dan cuti bersama.'],
    [
      'listed',
      !input.wholeYear && input.listed === '' && input.withdrawn === '',
      'Isi hari yang ditambah, hari yang dicabut, atau keduanya.',
    ],
    ['listed', input.listed.length > longestText, 'Daftar terlalu panjang: paling banyak 100.000 huruf.'],
    ['withdrawn', input.withdrawn.length > longestText, 'Daftar terlalu panjang: paling banyak 100.000 huruf.'],
    [
      'withdrawn',
      input.wholeYear && input.withdrawn !== '',
      'Daftar setahun tidak memerlukan pencabutan: yang tidak disebut dicabut dengan sendirinya.',
    ],
  ]
  return Object.fromEntries(checks.filter(([, wrong]) => wrong).map(([field, , words]) => [field, words]))
}
