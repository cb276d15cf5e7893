import type { CaseInFull } from '../cases/find-case.ts'
import {
  findPersonalData,
  maskPersonalData,
  numbersOfPeople,
  type PersonalKind,
  personalKinds,
} from '../cases/personal-data.ts'
import { conflict, type FieldErrors, type Refusal } from '../platform/refusal.ts'

export interface PublicTexts {
  question: string
  answer: string
}

const longest = 5_000

/** Why a case is not shown to everybody, whatever its texts; undefined when it may be. */
export function refuseCase(found: Pick<CaseInFull, 'secret' | 'wasAnswered' | 'mergedInto'>): Refusal | undefined {
  if (found.secret) return conflict('Warga meminta laporan ini tidak ditampilkan untuk umum.')
  if (!found.wasAnswered) return conflict('Hanya laporan yang sudah mendapat jawaban akhir yang diumumkan.')
  if (found.mergedInto !== null) return conflict('Laporan ini digabung ke laporan lain; umumkan yang itu.')
  return undefined
}

/** Numbers an agency may well give in its answer: its own telephone and mail. */
const neverInAnswer: readonly PersonalKind[] = ['nik', 'kk', 'card']

/** Errors by field. What is certainly somebody's number is refused; names are left to the officer's eye. */
export function refuseTexts({ question, answer }: PublicTexts): FieldErrors {
  return {
    ...fault('question', 'Pertanyaan', question, numbersOfPeople),
    ...fault('answer', 'Jawaban', answer, neverInAnswer),
  }
}

function fault(field: string, what: string, text: string, kinds: readonly PersonalKind[]): FieldErrors {
  if (text === '') return { [field]: `${what} belum diisi.` }
  if ([...text].length > longest) return { [field]: `${what} terlalu panjang: paling banyak 5.000 huruf.` }
  const left = findPersonalData(text).find(({ kind }) => kinds.includes(kind))
  return left ? { [field]: `${what} masih memuat ${personalKinds[left.kind].name}: hapus dahulu.` } : {}
}

/** What the machine proposes: the citizen's first words and the last final answer, without what names people. */
export function suggestTexts(found: Pick<CaseInFull, 'messages'>): PublicTexts & { removed: string[] } {
  const asked = found.messages.find(({ author }) => author === 'citizen')?.text ?? ''
  const answered = found.messages.findLast(
    ({ author, state, final }) => author === 'agency' && state === 'public' && final,
  )
  const told = answered?.text ?? ''
  const spans = { question: findPersonalData(asked), answer: findPersonalData(told) }
  const removed = [
    ...spans.question.map(({ from, to }) => asked.slice(from, to)),
    ...spans.answer.map(({ from, to }) => told.slice(from, to)),
  ]
  return {
    question: maskPersonalData(asked, spans.question),
    answer: maskPersonalData(told, spans.answer),
    removed: [...new Set(removed)],
  }
}
