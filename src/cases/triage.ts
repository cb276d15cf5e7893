import { conflict, type FieldErrors, type Refusal } from '../platform/refusal.ts'
import type { CaseState } from './case.ts'
import { refuseText } from './case-text.ts'

/** What an agency decides about a case that came to it (LAPOR!). Passing it on is the fifth: `passOnCase`. */
export const triageOutcomes = {
  process: 'Proses',
  hold: 'Tunda: minta keterangan kepada warga',
  'not-ours': 'Bukan kewenangan pemerintah kota',
  archive: 'Arsipkan: bukan laporan',
} as const
export type TriageOutcome = keyof typeof triageOutcomes
export const isTriageOutcome = (text: string): text is TriageOutcome => Object.hasOwn(triageOutcomes, text)

/** Decided once per agency; what was held may be decided again. */
export function refuseToTriage(
  found: { state: CaseState; version: number },
  given: { version: number; lastActBy: string; waiting: { by: string } | undefined },
): Refusal | undefined {
  if (given.version !== found.version) return conflict(`Kasus ini baru saja diubah oleh ${given.lastActBy}.`)
  if (given.waiting) return conflict(`Jawaban ${given.waiting.by} masih dikirim. Tunggu sampai terkirim atau gagal.`)
  if (found.state === 'answered' || found.state === 'closed')
    return conflict('Kasus ini sudah dijawab; tidak ada yang diverifikasi.')
  return undefined
}

/** The citizen hears why: of holding and of not being in charge. What is no matter has a reason, for the record. */
export function refuseTriage(input: { outcome: string; text: string; reason: string }): FieldErrors {
  if (!isTriageOutcome(input.outcome)) return { outcome: 'Pilih keputusan.' }
  const tells = input.outcome === 'hold' || input.outcome === 'not-ours'
  const text = tells ? refuseText(input.text, 'Teks kepada warga', 5_000, 5) : undefined
  const reason = input.outcome === 'archive' ? refuseText(input.reason, 'Alasan', 300, 5) : undefined
  return { ...(text && { text }), ...(reason && { reason }) }
}
