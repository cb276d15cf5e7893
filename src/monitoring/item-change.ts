import type { Evidence, Known } from './evidence.ts'
import { reallyDiffers } from './reading/fingerprint.ts'

const DAY = 86_400_000

/**
 * What happened to an item since the last scan. `first`: we see this source for the first time, or an item older than
 * all we knew slid into the list, so nothing can be said. `touched`: a new date on an unchanged text. `back-dated`: it
 * is new, but claims to be more than 14 days old. `dummy`: sample content of an installer or theme.
 */
export type Change = 'first' | 'new' | 'same' | 'edited' | 'touched' | 'back-dated' | 'forward-dated' | 'dummy'

const sample = /^(hello world!?|halo,? dunia!?|sample page|laman contoh|lorem ipsum\b.*)$/i

/** Pure. `known` is all that earlier scans remember of this website. */
export function changeOf(evidence: Evidence, known: readonly Known[], now: Date): Change {
  const { claimed, fingerprint } = evidence
  if (sample.test(evidence.title.trim())) return 'dummy'
  if (claimed && claimed.getTime() > now.getTime() + DAY) return 'forward-dated'
  const tier = known.filter((one) => one.tier === evidence.tier)
  const before = tier.find((one) => one.item === evidence.item)
  if (!before) return arrival(claimed, tier, now)
  if (fingerprint && before.fingerprint && reallyDiffers(before.fingerprint, fingerprint)) return 'edited'
  const moved = claimed && before.claimed && Math.abs(claimed.getTime() - before.claimed.getTime()) > DAY
  // "2 minggu lalu" moves by itself, so dates shown to readers are not held against the site
  return moved && evidence.tier !== 'visible-date' ? 'touched' : 'same'
}

function arrival(claimed: Date | null, tier: readonly Known[], now: Date): Change {
  if (tier.length === 0) return 'first'
  if (!claimed || now.getTime() - claimed.getTime() <= 14 * DAY) return 'new'
  const oldest = Math.min(...tier.map((one) => one.claimed?.getTime() ?? Number.POSITIVE_INFINITY))
  return claimed.getTime() > oldest ? 'back-dated' : 'first'
}

/** What to remember of an item after this scan. */
export function remember(evidence: Evidence, change: Change, before: Known | undefined, now: Date): Known {
  return {
    tier: evidence.tier,
    item: evidence.item,
    firstSeen: before?.firstSeen ?? now,
    lastChanged: change === 'edited' || !before ? now : before.lastChanged,
    claimed: before?.claimed ?? evidence.claimed,
    fingerprint: evidence.fingerprint ?? before?.fingerprint ?? null,
    appeared: before?.appeared ?? (change === 'new' || change === 'back-dated'),
  }
}
