import { conflict, type Refusal } from '../platform/refusal.ts'
import type { ClosesWith } from './closing.ts'

/** An answer handed in for approval. */
export interface Proposal {
  id: string
  byId: string | null
  byName: string
  text: string
  final: boolean
  closesWith: ClosesWith | null
  holdsFor: string | null
  at: Date
  state: 'waiting' | 'approved' | 'rejected' | 'void'
  decidedBy: string | null
  decidedAt: Date | null
  reason: string | null
}

/** Two pairs of eyes: whoever wrote it never agrees to it, whatever roles they hold. */
export function refuseToDecide(
  proposal: Pick<Proposal, 'state' | 'byId' | 'decidedBy'>,
  actorId: string | null,
): Refusal | undefined {
  if (proposal.state === 'void') return conflict('Jawaban ini sudah diganti dengan tulisan yang baru.')
  if (proposal.state !== 'waiting') return conflict(`Jawaban ini sudah diputuskan oleh ${proposal.decidedBy}.`)
  if (proposal.byId !== null && proposal.byId === actorId)
    return conflict('Jawaban yang Anda tulis sendiri diputuskan oleh orang lain.')
  return undefined
}
