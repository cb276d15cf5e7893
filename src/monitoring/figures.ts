import type { Ctx } from '../platform/ctx.ts'
import { addDays, dayInWib, monthRange } from '../platform/time.ts'
import { type Availability, availability } from './availability.ts'
import { lastScans, type Scan, scansOf } from './find-scans.ts'
import type { Confidence } from './freshness.ts'
import './data/tables.ts'

export interface WebsiteFigures extends Availability {
  url: string
  lastRealUpdate: Date | null
  confidence: Confidence
  /** The verdict of the last scan of the month that reached the site, in words. */
  words: string
}

/** Part E of the monthly report. `up`, `down`, `unknown` are days of WIB, summed over the agency's sites. */
export interface AvailabilityFigures {
  checks: number
  up: number
  down: number
  unknown: number
  /** Of the known days; null when none is known. One decimal. */
  upPercent: number | null
  outages: { url: string; from: Date; to: Date | null; cause: string }[]
  /** The newest over all sites, as known at the month's end. */
  lastRealUpdate: Date | null
  confidence: Confidence
  findings: { url: string; text: string; at: Date }[]
  websites: WebsiteFigures[]
  /** Every check of the month, oldest first: the list behind the figures. */
  list: Scan[]
}

/**
 * Made from the append-only scans that began before the month's end in WIB, so a month that is over gives the same
 * numbers for ever. Sites without one scan in the month are not counted; days without one are unknown.
 */
export async function availabilityFigures(ctx: Ctx, agencyId: string, month: string): Promise<AvailabilityFigures> {
  const { from, to } = monthRange(month)
  const newestFirst = await scansOf(ctx, (scans) =>
    scans.where('agency_id', '=', agencyId).where('started_at', '>=', from).where('started_at', '<', to),
  )
  const list = newestFirst.toReversed()
  const ids = [...new Set(list.map(({ websiteId }) => websiteId))]
  const end = to < ctx.now ? to : new Date(ctx.now.getTime() + 1)
  const [urls, reached] = await Promise.all([urlsOf(ctx, ids), lastScans(ctx, ids, { before: end, up: true })])
  const days = daysUntil(dayInWib(from), dayInWib(new Date(end.getTime() - 1)))
  const websites = ids.map((id): WebsiteFigures => {
    const checks = list.filter(({ websiteId }) => websiteId === id).map((scan) => ({ ...scan, at: scan.startedAt }))
    const { lastRealUpdate = null, confidence = 'none', verdict = '' } = reached.get(id) ?? {}
    return { ...availability(days, checks), url: urls.get(id) ?? '', lastRealUpdate, confidence, words: verdict }
  })
  return { ...total(websites), findings: findingsOf(list), websites, list }
}

function total(websites: readonly WebsiteFigures[]) {
  const sum = (of: (one: WebsiteFigures) => number) => websites.reduce((all, one) => all + of(one), 0)
  const [up, down] = [sum((one) => one.up), sum((one) => one.down)]
  const newest = websites.reduce<WebsiteFigures | null>(
    (best, one) =>
      one.lastRealUpdate && (!best?.lastRealUpdate || one.lastRealUpdate > best.lastRealUpdate) ? one : best,
    null,
  )
  return {
    checks: sum((one) => one.checks),
    up,
    down,
    unknown: sum((one) => one.unknown),
    upPercent: up + down === 0 ? null : Math.round((up / (up + down)) * 1000) / 10,
    outages: websites.flatMap(({ url, outages }) => outages.map((outage) => ({ url, ...outage }))),
    lastRealUpdate: newest?.lastRealUpdate ?? null,
    confidence: newest?.confidence ?? ('none' as const),
  }
}

/** Each finding once, with the instant it was first seen in the month. */
function findingsOf(list: readonly Scan[]): AvailabilityFigures['findings'] {
  const found = new Map<string, AvailabilityFigures['findings'][number]>()
  for (const { startedAt, findings } of list)
    for (const { severity, text, url } of findings)
      if (severity !== 'info' && !found.has(`${text} ${url}`)) found.set(`${text} ${url}`, { text, url, at: startedAt })
  return [...found.values()]
}

function daysUntil(first: string, last: string): string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

async function urlsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.selectFrom('website').select(['id', 'url']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, url }) => [id, url]))
}
