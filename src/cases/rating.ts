import type { FieldErrors } from '../platform/refusal.ts'
import { refuseText } from './case-text.ts'

/** What a citizen thinks of the answer. */
export interface Rating {
  /** 1 (bad) to 5 (good). */
  score: number
  sentence: string | null
  at: Date
}

/** Errors by field of the form: `score`, `text`. The sentence may be left out. */
export function refuseRating({ score, sentence }: { score: number; sentence: string }): FieldErrors {
  const text = sentence === '' ? undefined : refuseText(sentence, 'Kalimat', 300)
  return {
    ...(!(Number.isInteger(score) && score >= 1 && score <= 5) && { score: 'Pilih nilai 1 sampai 5.' }),
    ...(text && { text }),
  }
}
