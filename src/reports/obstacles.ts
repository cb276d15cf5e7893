import { type FieldErrors, invalid, type Refusal } from '../platform/refusal.ts'

/** Fixed reasons of part H (product.md 6), with the words on the screen. */
export const obstacleReasons = {
  'no-operator': 'Tidak ada operator',
  'lost-access': 'Kehilangan akses',
  'no-content': 'Tidak ada bahan konten',
  server: 'Gangguan server',
  other: 'Lainnya',
} as const

export type ObstacleReason = keyof typeof obstacleReasons

/** Part H as the operator wrote it. No reasons: there were no obstacles. */
export interface Obstacles {
  reasons: ObstacleReason[]
  text: string
  plan: string
}

export const noObstacles: Obstacles = { reasons: [], text: '', plan: '' }

const longest = 5_000

export const isReason = (text: string): text is ObstacleReason => Object.hasOwn(obstacleReasons, text)

/** An obstacle needs words and a plan; a plan may stand alone. */
export function refuseObstacles(input: {
  reasons: string[]
  text: string
  plan: string
  letterNumber: string
}): Refusal | undefined {
  const errors: FieldErrors = {}
  if (!input.reasons.every(isReason)) errors.reasons = 'Pilih kendala dari daftar.'
  if (input.reasons.length > 0 && input.text === '') errors.text = 'Uraikan kendala yang dipilih.'
  if (input.reasons.length > 0 && input.plan === '') errors.plan = 'Tulis rencana untuk mengatasi kendala.'
  if (input.reasons.length === 0 && input.text !== '') errors.reasons = 'Pilih kendala yang diuraikan.'
  if (input.text.length > longest) errors.text = 'Uraian paling panjang 5.000 huruf.'
  if (input.plan.length > longest) errors.plan = 'Rencana paling panjang 5.000 huruf.'
  if (input.letterNumber.length > 100) errors.letterNumber = 'Nomor surat paling panjang 100 huruf.'
  return Object.keys(errors).length > 0 ? invalid(errors) : undefined
}
