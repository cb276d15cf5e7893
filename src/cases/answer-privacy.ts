import {
  findPersonalData,
  maskPersonalData,
  numbersOfPeople,
  type PersonalSpan,
  personalKinds,
} from './personal-data.ts'

/** What an officer decides about numbers of people in an answer: nothing yet, masked, or it is the agency's own contact. */
export type PrivacyChoice = '' | 'mask' | 'own-contact'
export const isPrivacyChoice = (text: string): text is PrivacyChoice => ['', 'mask', 'own-contact'].includes(text)

/** Only these can be an agency's own. */
const ownable: readonly PersonalSpan['kind'][] = ['telephone', 'email']

/** Numbers that tell who somebody is, in a text that is about to be public. */
const numbersIn = (text: string): PersonalSpan[] =>
  findPersonalData(text).filter(({ kind }) => numbersOfPeople.includes(kind))

/** The answer as it goes out: with words in place of numbers where the officer chose so. */
export const asDecided = (text: string, choice: PrivacyChoice): string =>
  choice === 'mask' ? maskPersonalData(text, numbersIn(text)) : text

/**
 * Why an answer waits for a decision (UU 27/2022): it holds somebody's NIK, telephone number or address of mail.
 * Undefined when it holds none, or only a contact the officer says is the agency's own.
 */
export function refusePersonalData(text: string, choice: PrivacyChoice): string | undefined {
  const found = numbersIn(text)
  const left = choice === 'own-contact' ? found.filter(({ kind }) => !ownable.includes(kind)) : found
  if (left.length === 0) return undefined
  const shown = left.map(({ kind, from, to }) => `${personalKinds[kind].name} "${text.slice(from, to)}"`)
  return `Jawaban memuat ${[...new Set(shown)].join(', ')}. Jawaban dibaca umum: hapus, atau pilih di bawah.`
}

/** Whether an officer could say that all of it is the agency's own. */
export const mayBeOwn = (text: string): boolean => numbersIn(text).every(({ kind }) => ownable.includes(kind))
