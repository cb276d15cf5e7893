import type { Evidence, Finding } from '../evidence.ts'
import type { Visit } from '../visit-site.ts'
import { articleDates } from './article-dates.ts'
import { certificate } from './certificate.ts'
import type { Check } from './check.ts'
import { feedItems } from './feed-items.ts'
import { gambling } from './gambling.ts'
import { homeReachable } from './home-reachable.ts'
import { visibleDates } from './visible-dates.ts'
import { wordPressPosts } from './wordpress-posts.ts'

export const checks: readonly Check[] = [
  homeReachable,
  certificate,
  gambling,
  wordPressPosts,
  feedItems,
  visibleDates,
  articleDates,
]

/** Runs every check. One that stumbles over a page nobody foresaw becomes a finding; the others still count. */
export function runChecks(visit: Visit): { evidence: Evidence[]; findings: Finding[] } {
  const seen = checks.map((check) => {
    try {
      return check.look(visit)
    } catch (error) {
      const text = `Pemeriksaan "${check.name}" tidak dapat membaca halaman ini (${String(error).slice(0, 100)}).`
      return { findings: [{ code: 'unreadable', severity: 'info', text, url: visit.address } satisfies Finding] }
    }
  })
  return {
    evidence: seen.flatMap(({ evidence }: { evidence?: Evidence[] }) => evidence ?? []),
    findings: seen.flatMap(({ findings }) => findings ?? []),
  }
}
