import type { Ctx } from '../platform/ctx.ts'
import { hashEvents } from './data/hash-events.ts'
import './data/tables.ts'

/** A seal that no longer fits the rows it covers. */
export interface BrokenSeal {
  /** Number of the seal; its events have the ids `from` to `to`. */
  seal: number
  from: string
  to: string
  what: 'rows were changed' | 'rows were removed' | 'rows were added' | 'the seal itself is missing'
}

export interface SealsChecked {
  /** Events under a seal, as the seals count them. */
  events: number
  seals: number
  broken: BrokenSeal[]
  /** The newest seal's hash. Kept outside of the database, it also proves that the seals were not all made anew. */
  newest: string | null
}

/**
 * Reads every sealed event again and says which seals no longer fit. Events of the last minutes have no seal yet.
 * Each seal is tried against the one before it as that stands, so that one break is told once.
 */
export async function checkSeals(ctx: Pick<Ctx, 'db'>): Promise<SealsChecked> {
  const seals = await ctx.db.selectFrom('event_seal').selectAll().orderBy('id').execute()
  const broken: BrokenSeal[] = []
  let before: (typeof seals)[number] | undefined
  for (const seal of seals) {
    const [from, to] = [before ? String(BigInt(before.to_id) + 1n) : seal.from_id, seal.to_id]
    if (seal.id !== (before?.id ?? 0) + 1 || seal.from_id !== from)
      broken.push({ seal: seal.id - 1, from, to: seal.from_id, what: 'the seal itself is missing' })
    else {
      const { count, hash } = await hashEvents(ctx, before?.hash ?? null, before?.to_id ?? null, to)
      if (!hash.equals(seal.hash)) broken.push({ seal: seal.id, from, to, what: whatHappened(count, seal.count) })
    }
    before = seal
  }
  const events = seals.reduce((sum, { count }) => sum + count, 0)
  return { events, seals: seals.length, broken, newest: before?.hash.toString('hex') ?? null }
}

const whatHappened = (found: number, sealed: number): BrokenSeal['what'] => {
  if (found < sealed) return 'rows were removed'
  return found > sealed ? 'rows were added' : 'rows were changed'
}
