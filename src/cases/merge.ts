import { conflict, invalid, type Refusal } from '../platform/refusal.ts'
import type { CaseState } from './case.ts'

interface Side {
  id: string
  agencyId: string
  state: CaseState
  receivedAt: Date
  merged: boolean
  /** Keyed hash of how the citizen is reached; null: not known. */
  citizenKey: string | null
}

/**
 * Two reports of one citizen about one matter become one: the later goes into the earlier, so that the citizen's wait
 * is the longer one. Of two citizens each keeps a case and gets an answer: that is a topic. Of two agencies the one that
 * was written to first keeps the matter, and it must be known that the citizen is the same: no officer knows both sides.
 */
export function refuseToMerge(found: Side, into: Side): Refusal | undefined {
  if (found.id === into.id) return invalid({ into: 'Ini tiket kasus yang sama.' })
  if (found.merged || into.merged) return conflict('Salah satu kasus sudah digabung.')
  if (found.state === 'closed') return conflict('Kasus ini sudah ditutup.')
  if (into.state === 'closed') return invalid({ into: 'Kasus itu sudah ditutup. Buka kembali dahulu.' })
  if (found.citizenKey !== null && into.citizenKey !== null && found.citizenKey !== into.citizenKey)
    return invalid({ into: 'Pelapornya berbeda. Kelompokkan keduanya dalam satu topik, agar masing-masing dijawab.' })
  if (found.agencyId !== into.agencyId && (found.citizenKey === null || into.citizenKey === null))
    return invalid({
      into: 'Pelapor salah satunya tidak diketahui. Antarperangkat daerah, gabungkan hanya yang pasti.',
    })
  if (found.receivedAt < into.receivedAt)
    return invalid({ into: 'Kasus ini lebih dahulu diterima. Gabungkan yang lebih baru ke kasus ini.' })
  return undefined
}

/** What was merged may be parted as long as the closing of the merge is the last thing that happened to it. */
export function refuseToPart(found: { merged: boolean; state: CaseState }): Refusal | undefined {
  if (!found.merged) return conflict('Kasus ini tidak digabung.')
  if (found.state !== 'closed') return conflict('Kasus ini sudah dibuka kembali.')
  return undefined
}
