import { isDay } from '../calendar/day-in-words.ts'
import type { FieldErrors } from '../platform/refusal.ts'
import { isCaseClass, isCaseKind } from './case.ts'
import { ruleSteps } from './sla-rule.ts'

/** A time limit as it is typed in; `kind` and `class` '' stand for all. */
export interface RuleInput {
  step: string
  kind: string
  class: string
  days: string
  basis: string
  from: string
}

/** What is wrong with a time limit, by field. It holds from today at the earliest: what has begun is not tightened. */
export function refuseRule(input: RuleInput, { today }: { today: string }): FieldErrors {
  const checks: [field: keyof RuleInput, wrong: boolean, words: string][] = [
    ['step', !Object.hasOwn(ruleSteps, input.step), 'Pilih langkah.'],
    ['kind', input.kind !== '' && !isCaseKind(input.kind), 'Pilih jenis kasus.'],
    ['class', input.class !== '' && !isCaseClass(input.class), 'Pilih kelas pengaduan.'],
    ['class', isCaseClass(input.class) && input.kind !== 'complaint', 'Kelas hanya ada pada pengaduan.'],
    ['days', !/^\d{1,3}$/.test(input.days), 'Isi jumlah hari kerja, 0 sampai 999.'],
    ['basis', input.basis === '' || input.basis.length > 300, 'Isi dasar hukum atau SOP, paling banyak 300 huruf.'],
    ['from', !isDay(input.from) || input.from < today, 'Isi tanggal mulai berlaku, paling awal hari ini.'],
  ]
  return Object.fromEntries(checks.filter(([, wrong]) => wrong).map(([field, , words]) => [field, words]))
}
