import { type ScanOutcome, triesBeforeDown } from './availability.ts'
import type { Cadence } from './cadence.ts'
import { type FreshnessStatus, freshnessStatus, statusWords } from './cadence.ts'
import type { Confidence } from './freshness.ts'
import { causeWords } from './scan-outcome.ts'
import type { Website } from './website.ts'

/** A website as the latest scans show it. */
export interface WebsiteState {
  website: Website
  /** `unsure`: it failed, but not yet three times at different hours. */
  alive: 'up' | 'down' | 'unsure' | 'unknown' | 'not-monitored'
  /** In words, with the cause where it does not answer. */
  aliveWords: string
  /** Of the last scan that reached the site. */
  lastRealUpdate: Date | null
  confidence: Confidence
  status: FreshnessStatus
  scannedAt: Date | null
  /** The scan to show as proof. */
  scanId: string | null
}

interface Last {
  id: string
  startedAt: Date
  outcome: ScanOutcome
  cause: string | null
  lastRealUpdate: Date | null
  confidence: Confidence
}

/** Pure. `last` is the newest scan, `reached` the newest that opened the site, `failures` the failed ones since. */
export function websiteState(
  website: Website,
  seen: { last: Last | undefined; reached: Last | undefined; failures: number },
  cadence: Cadence,
  now: Date,
): WebsiteState {
  const { last, reached, failures } = seen
  const lastRealUpdate = reached?.lastRealUpdate ?? null
  return {
    website,
    ...aliveNow(website, last, failures),
    lastRealUpdate,
    confidence: reached?.confidence ?? 'none',
    status: freshnessStatus(lastRealUpdate, now, cadence),
    scannedAt: last?.startedAt ?? null,
    scanId: (reached ?? last)?.id ?? null,
  }
}

function aliveNow(
  website: Website,
  last: Last | undefined,
  failures: number,
): Pick<WebsiteState, 'alive' | 'aliveWords'> {
  if (!website.monitored) return { alive: 'not-monitored', aliveWords: 'Tidak dipantau' }
  if (!last) return { alive: 'unknown', aliveWords: 'Belum pernah dipindai' }
  if (last.outcome === 'up') return { alive: 'up', aliveWords: 'Dapat dibuka' }
  const cause = causeWords(last.cause ?? '')
  if (last.outcome === 'unknown') return { alive: 'unknown', aliveWords: `Tidak diketahui: ${cause}` }
  if (failures >= triesBeforeDown) return { alive: 'down', aliveWords: `Tidak dapat dibuka: ${cause}` }
  return { alive: 'unsure', aliveWords: `Belum pasti, gagal dibuka ${failures} kali: ${cause}` }
}

export type Tone = 'good' | 'warn' | 'bad' | 'quiet'

export const aliveTone: Record<WebsiteState['alive'], Tone> = {
  up: 'good',
  down: 'bad',
  unsure: 'warn',
  unknown: 'quiet',
  'not-monitored': 'quiet',
}

export const statusTone: Record<FreshnessStatus, Tone> = {
  current: 'good',
  due: 'warn',
  overdue: 'warn',
  delinquent: 'bad',
  dormant: 'bad',
  unknown: 'quiet',
}

/** The one thing to know of a website, for a list: that it is down, else how fresh it is. */
export function inShort({ alive, aliveWords, status }: WebsiteState): { words: string; tone: Tone } {
  if (alive === 'up') return { words: statusWords[status], tone: statusTone[status] }
  return { words: aliveWords.split(/[:,]/)[0] ?? aliveWords, tone: aliveTone[alive] }
}
