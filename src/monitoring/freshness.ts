import { formatDate } from '../platform/time.ts'
import { type Evidence, type Finding, type Known, type Tier, tierWords } from './evidence.ts'
import { type Change, changeOf } from './item-change.ts'

const DAY = 86_400_000

/** Version of the rules below; kept with every scan, so that an old verdict can be explained. */
export const methodVersion = 'kemutakhiran-1'

export type Confidence = 'high' | 'medium' | 'low' | 'none'

export const confidenceWords: Record<Confidence, string> = {
  high: 'tinggi',
  medium: 'sedang',
  low: 'rendah',
  none: 'tidak dapat ditentukan',
}

export interface Verdict {
  /** Null: cannot be determined, which is not the same as stale. */
  lastRealUpdate: Date | null
  confidence: Confidence
  /** What the verdict rests on, the strongest first. */
  evidence: Evidence[]
  findings: Finding[]
  /** The verdict in Indonesian, one or two sentences. */
  words: string
}

interface Candidate {
  at: Date
  tier: Tier
  /** We saw it appear about when it claims to have been published. */
  confirmed: boolean
  evidence: Evidence
}

/**
 * The newest update that somebody really made. Pure.
 *
 * Left out: dates in the future, sample content, and new dates on unchanged texts. Confidence: `high` for our own
 * publishing, the CMS's own list, or two independent kinds of evidence within 3 days; `medium` for one kind confirmed by what we saw
 * ourselves; `low` for one that is not; `none` when nothing can be said.
 */
export function judgeFreshness(evidence: readonly Evidence[], known: readonly Known[], now: Date): Verdict {
  // our own event log is exact: what pages show beside it (the day of an event, a menu) adds nothing
  const exact = evidence.filter(({ tier }) => tier === 'publish-event')
  const counted = exact.length > 0 ? exact : evidence
  const judged = counted.map((one) => ({ one, change: changeOf(one, known, now) }))
  const candidates = judged.flatMap(({ one, change }) => candidatesOf(one, change, known, now))
  const findings = findingsOf(judged)
  const newest = candidates.reduce<Candidate | null>((best, one) => (best && best.at >= one.at ? best : one), null)
  if (!newest) return { lastRealUpdate: null, confidence: 'none', evidence: [], findings, words: nothingFound }
  const near = candidates
    .filter(({ at }) => newest.at.getTime() - at.getTime() <= 3 * DAY)
    .sort((a, b) => order.indexOf(a.tier) - order.indexOf(b.tier))
  const confidence = confidenceOf(near)
  const tiers = [...new Set(near.map(({ tier }) => tierWords[tier]))]
  const words = `Terakhir diperbarui ${formatDate(newest.at)}, keyakinan ${confidenceWords[confidence]}, menurut ${inWords(tiers)}.`
  return { lastRealUpdate: newest.at, confidence, evidence: near.map((one) => one.evidence), findings, words }
}

const inWords = (tiers: readonly string[]): string =>
  [tiers.slice(0, -1).join(', '), tiers.at(-1)].filter(Boolean).join(' dan ')

const order: readonly Tier[] = ['publish-event', 'cms-api', 'feed', 'metadata', 'visible-date', 'own-history']

const nothingFound =
  'Tidak dapat ditentukan: halaman dapat dibuka, tetapi tidak ada bukti pembaruan yang dapat dipercaya.'

function candidatesOf(evidence: Evidence, change: Change, known: readonly Known[], now: Date): Candidate[] {
  if (change === 'forward-dated' || change === 'dummy') return []
  const before = known.find((one) => one.tier === evidence.tier && one.item === evidence.item)
  const seen = before?.firstSeen ?? now
  const appeared = before?.appeared ?? (change === 'new' || change === 'back-dated')
  const claimed = before?.claimed ?? evidence.claimed
  const late = claimed ? seen.getTime() - claimed.getTime() : 0
  const own = (at: Date): Candidate => ({ at, tier: 'own-history', confirmed: true, evidence })
  const found: Candidate[] = []
  if (claimed) found.push({ at: claimed, tier: evidence.tier, confirmed: appeared && late <= 7 * DAY, evidence })
  if (appeared && (!claimed || late > 14 * DAY)) found.push(own(seen))
  if (change === 'edited') found.push(own(now))
  else if (before && before.lastChanged > before.firstSeen) found.push(own(before.lastChanged))
  return found
}

function confidenceOf(near: readonly Candidate[]): Confidence {
  const tiers = new Set(near.map(({ tier }) => tier))
  if (tiers.has('publish-event') || tiers.has('cms-api')) return 'high'
  tiers.delete('own-history')
  if (tiers.size >= 2) return 'high'
  return near.some(({ confirmed }) => confirmed) ? 'medium' : 'low'
}

const changeFindings: Partial<Record<Change, { severity: Finding['severity']; text: string }>> = {
  touched: {
    severity: 'warning',
    text: 'Tanggal diganti, tetapi isinya tidak berubah; tidak dihitung sebagai pembaruan.',
  },
  'back-dated': { severity: 'info', text: 'Baru muncul, tetapi bertanggal lebih dari 14 hari yang lalu.' },
  'forward-dated': { severity: 'info', text: 'Bertanggal di masa depan; tidak dihitung sebagai pembaruan.' },
  dummy: { severity: 'warning', text: 'Isi bawaan (contoh dari pemasang atau tema) masih tayang.' },
}

function findingsOf(judged: readonly { one: Evidence; change: Change }[]): Finding[] {
  const found = new Map<string, Finding>()
  for (const { one, change } of judged) {
    const words = changeFindings[change]
    if (words) found.set(`${change} ${one.item}`, { code: change, ...words, url: one.item })
  }
  return [...found.values()]
}
