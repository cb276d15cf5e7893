import type { FieldErrors } from '../platform/refusal.ts'
import { refuseText } from './case-text.ts'

/** What shows that something was done (tindak lanjut). */
export const proofKinds = { photo: 'Foto', letter: 'Surat', link: 'Tautan', visit: 'Kunjungan' } as const
export type ProofKind = keyof typeof proofKinds
export const isProofKind = (text: string): text is ProofKind => Object.hasOwn(proofKinds, text)

/** What an agency did about a case. */
export interface FollowUp {
  id: string
  kind: ProofKind
  text: string
  link: string | null
  by: string
  at: Date
  /** How many files belong to it. */
  files: number
}

/** A file or an address that others can look at; words alone prove nothing. */
const isProven = ({ link, files }: Pick<FollowUp, 'link' | 'files'>): boolean => link !== null || files > 0

export const countProven = (followUps: readonly Pick<FollowUp, 'link' | 'files'>[]): number =>
  followUps.filter(isProven).length

/** Errors by field. A photo or letter needs its file, a link its address; a visit may be told before its photo is there. */
export function refuseFollowUp(input: { kind: string; text: string; link: string; files: number }): FieldErrors {
  const text = refuseText(input.text, 'Uraian', 2_000, 5)
  const badLink = input.link !== '' && !/^https?:\/\/[!-~]{3,2000}$/.test(input.link)
  return {
    ...(!isProofKind(input.kind) && { kind: 'Pilih bentuk bukti.' }),
    ...(text && { text }),
    ...(badLink && { link: 'Tautan dimulai dengan https:// dan tanpa spasi.' }),
    ...(input.kind === 'link' && input.link === '' && { link: 'Tautan belum diisi.' }),
    ...((input.kind === 'photo' || input.kind === 'letter') &&
      input.files === 0 && { files: 'Lampirkan berkasnya: foto, atau surat sebagai PDF.' }),
  }
}
