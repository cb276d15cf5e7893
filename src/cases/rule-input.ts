import { isDay } from '../calendar/day-in-words.ts'
import type { FieldErrors } from '../platform/refusal.ts'
import { isCaseClass, isCaseKind } from './case.ts'
import { isLimitUnit, isRuleStep } from './sla-rule.ts'

/** A time limit as it is typed in; `kind`, `class` and `agencyId` '' stand for all. */
export interface RuleInput {
  step: string
  kind: string
  class: string
  agencyId: string
  unit: string
  amount: string
  basis: string
  from: string
}

/** What is wrong with a time limit, by field. It holds from today at the earliest: what has begun is not tightened. */
export function refuseRule(input: RuleInput, { today }: { today: string }): FieldErrors {
  const checks: [field: keyof RuleInput, wrong: boolean, words: string][] = [
    ['step', !isRuleStep(input.step), 'Pilih langkah.'],
    ['kind', input.kind !== '' && !isCaseKind(input.kind), 'Pilih jenis kasus.'],
    ['class', input.class !== '' && !isCaseClass(input.class), 'Pilih kelas pengaduan.'],
    ['class', isCaseClass(input.class) && input.kind !== 'complaint', 'Kelas hanya ada pada pengaduan.'],
    ['unit', !isLimitUnit(input.unit), 'Pilih satuan.'],
    ['amount', wrongAmount(input), amountWords(input)],
    ['basis', input.basis === '' || input.basis.length > 300, 'Isi dasar hukum atau SOP, paling banyak 300 huruf.'],
    ['from', !isDay(input.from) || input.from < today, 'Isi tanggal mulai berlaku, paling awal hari ini.'],
  ]
  return Object.fromEntries(checks.filter(([, wrong]) => wrong).map(([field, , words]) => [field, words]))
}

const atMost = { days: 999, minutes: 99_999 } as const

const wrongAmount = ({ unit, amount }: RuleInput): boolean =>
  !/^\d{1,6}$/.test(amount) || (isLimitUnit(unit) && Number(amount) > atMost[unit])

const amountWords = ({ unit }: RuleInput): string =>
  unit === 'minutes' ? 'Isi jumlah menit kerja, 0 sampai 99.999.' : 'Isi jumlah hari kerja, 0 sampai 999.'
