import { runChecks } from './checks/checks.ts'
import type { Evidence, Finding, Known } from './evidence.ts'
import type { FetchPage } from './fetching/fetch-page.ts'
import { isPage } from './fetching/outcome.ts'
import { judgeFreshness, type Verdict } from './freshness.ts'
import { guessCms } from './reading/find-listings.ts'
import { causeWords, type Reached, reached } from './scan-outcome.ts'
import { visitSite } from './visit-site.ts'

export interface SiteScan extends Reached {
  startedAt: Date
  finishedAt: Date
  verdict: Verdict
  /** Everything dated or listed that was seen, the verdict's own evidence included. */
  seen: Evidence[]
  findings: Finding[]
  cms: string | null
}

export interface ScanOptions {
  fetchPage: FetchPage
  clock: () => Date
  /** Milliseconds between two requests to the site. */
  pause: number
  /** What earlier scans remember. */
  known?: readonly Known[]
  /** What our own platform published there. */
  published?: readonly Evidence[]
}

/** Fetches a site, looks at what came, and says how alive and how fresh it is. Touches no database; never throws. */
export async function scanSite(address: string, options: ScanOptions): Promise<SiteScan> {
  const startedAt = options.clock()
  const visit = await visitSite(options.fetchPage, address, startedAt, options.pause)
  const alive = reached(visit)
  const { evidence, findings } = runChecks(visit)
  const seen = [...(options.published ?? []), ...evidence]
  const verdict = alive.outcome === 'up' ? judgeFreshness(seen, options.known ?? [], startedAt) : undetermined(alive)
  const cms = isPage(visit.home) ? guessCms(visit.home.body) : null
  const all = [...findings, ...verdict.findings]
  return { ...alive, startedAt, finishedAt: options.clock(), verdict, seen, findings: all, cms }
}

/** Not reached is not stale: nothing is said about freshness. */
function undetermined({ outcome, cause }: Reached): Verdict {
  const state = outcome === 'down' ? 'Situs tidak dapat dibuka' : 'Tidak diketahui'
  const words = `${state}: ${causeWords(cause ?? '')}. Kemutakhiran tidak dapat ditentukan dari pemindaian ini.`
  return { lastRealUpdate: null, confidence: 'none', evidence: [], findings: [], words }
}
