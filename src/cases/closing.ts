import { conflict, type FieldErrors, type Refusal } from '../platform/refusal.ts'
import { refuseText } from './case-text.ts'

interface Outcome {
  name: string
  /** The citizen must have been told: without a public final answer it is refused. */
  needsAnswer: boolean
  /** What has to be said besides. */
  needs: readonly (keyof ClosingDetail)[]
}

/**
 * How a case may end (LAPOR!, x-api.md 4 no. 21). Only `done` counts as solved, and only with the proof its kind
 * requires; an end without the citizen's matter being settled never does.
 */
export const outcomes = {
  done: { name: 'Selesai dikerjakan', needsAnswer: true, needs: [] },
  planned: { name: 'Direncanakan, sudah dianggarkan', needsAnswer: true, needs: ['year', 'budget'] },
  impossible: { name: 'Tidak dapat dipenuhi', needsAnswer: true, needs: ['reason'] },
  'passed-outside': { name: 'Diteruskan ke instansi di luar kota', needsAnswer: true, needs: ['to'] },
  duplicate: { name: 'Sama dengan laporan lain', needsAnswer: true, needs: ['ticket'] },
  'not-ours': { name: 'Bukan kewenangan', needsAnswer: true, needs: [] },
  archived: { name: 'Diarsipkan, bukan laporan', needsAnswer: false, needs: ['reason'] },
  'no-answer-needed': { name: 'Tidak memerlukan jawaban baru', needsAnswer: false, needs: ['reason'] },
  unproven: { name: 'Dijawab tanpa bukti tindak lanjut', needsAnswer: true, needs: [] },
} as const satisfies Readonly<Record<string, Outcome>>
export type ClosingOutcome = keyof typeof outcomes

/** Those an officer chooses from; the others are what becomes of a case by itself or in triage. */
export const chosenOutcomes = ['done', 'planned', 'impossible', 'passed-outside', 'duplicate'] as const
export const isOutcome = (text: string): text is ClosingOutcome => Object.hasOwn(outcomes, text)

export interface ClosingDetail {
  reason?: string
  /** Budget year and line. */
  year?: string
  budget?: string
  /** Whom it was passed on to, outside the city. */
  to?: string
  /** The case it is the same as. */
  ticket?: string
}

/** How a case closes at the instant its answer becomes public. */
export interface ClosesWith {
  outcome: ClosingOutcome
  detail: ClosingDetail
}

const words: Readonly<Record<keyof ClosingDetail, string>> = {
  reason: 'Alasan',
  year: 'Tahun anggaran',
  budget: 'Mata anggaran',
  to: 'Nama instansi',
  ticket: 'Tiket laporan yang sama',
}

/** Errors of what has to be said about an outcome, by field. */
export function refuseDetail(outcome: ClosingOutcome, detail: ClosingDetail): FieldErrors {
  const errors = outcomes[outcome].needs.flatMap((field) => {
    const shortest = field === 'reason' ? 5 : 1
    const wrong = refuseText(detail[field] ?? '', words[field], 300, shortest)
    return wrong ? [[field, wrong] as const] : []
  })
  const year = detail.year ?? ''
  if (outcome === 'planned' && year !== '' && !/^20\d\d$/.test(year))
    errors.push(['year', 'Tahun anggaran ditulis empat angka, misalnya 2027.'])
  return Object.fromEntries(errors)
}

/** Only what belongs to the outcome is kept. */
export const detailOf = (outcome: ClosingOutcome, given: ClosingDetail): ClosingDetail =>
  Object.fromEntries(outcomes[outcome].needs.flatMap((field) => (given[field] ? [[field, given[field]]] : [])))

/** Proof a kind of case requires before it may be called done, and how much there is. */
export interface Proof {
  required: number
  given: number
}
export const isProven = ({ required, given }: Proof): boolean => given >= required

export const isSolved = (outcome: ClosingOutcome, proof: Proof): boolean => outcome === 'done' && isProven(proof)

/** What stands in the way of an outcome. */
export function refuseOutcome(
  outcome: ClosingOutcome,
  given: { answered: boolean; wasAnswered: boolean; willAnswer: boolean; proof: Proof },
): Refusal | undefined {
  if (outcome === 'no-answer-needed' && !given.wasAnswered)
    return conflict('Warga belum pernah mendapat jawaban akhir untuk kasus ini.')
  if (outcomes[outcome].needsAnswer && !given.answered && !given.willAnswer)
    return conflict('Hasil ini memerlukan jawaban kepada warga. Tuliskan jawabannya.')
  if (outcome === 'done' && !isProven(given.proof))
    return conflict(
      'Belum ada tindak lanjut yang berbukti. Catat tindak lanjut dengan bukti sebelum menyatakan selesai.',
    )
  return undefined
}
