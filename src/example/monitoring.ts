import { findAgencies } from '../agencies/find-agencies.ts'
import type { Evidence } from '../monitoring/evidence.ts'
import { examplePosts } from '../monitoring/fake/posts.ts'
import { findWebsites } from '../monitoring/find-websites.ts'
import { judgeFreshness } from '../monitoring/freshness.ts'
import { publishedOn } from '../monitoring/published-on.ts'
import { recordScan } from '../monitoring/record-scan.ts'
import { registerWebsite } from '../monitoring/register-website.ts'
import { requestScan } from '../monitoring/request-scan.ts'
import type { SiteScan } from '../monitoring/scan-site.ts'
import type { Website } from '../monitoring/website.ts'
import type { Ctx } from '../platform/ctx.ts'
import { accepted } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import type { Example } from './example.ts'

const officer = 'petugas@diskominfo.example'

/** Days ago on which the external site of Disdik did not answer. */
const outage = [19, 18]

/**
 * Two months of scans: of our hosted sites, of one agency's own site, which was away for two days. The real hosts of
 * the city are in the register but never monitored: the example must not touch them.
 */
export async function exampleMonitoring(city: Example): Promise<void> {
  const begin = city.as(officer, city.daysAgo(62, '08:00'))
  const before = await findWebsites(begin)
  if (before.some(({ hosted }) => !hosted)) return
  await transaction(begin, async (begin) => {
    const served = new Set(before.map(({ agencyId }) => agencyId))
    for (const { id, host } of await findAgencies(begin))
      if (host !== null && !served.has(id) && id !== 'disdik')
        accepted(await registerWebsite(begin, { agencyId: id, url: `https://${host}/`, monitored: false }))
    const url = `http://127.0.0.1:${city.platform.config.port + 2}/`
    const external = accepted(await registerWebsite(begin, { agencyId: 'disdik', url, monitored: true }))
    const posts = evidenceOfPosts(city, external)
    for (let day = 61; day >= 1; day--) {
      for (const website of before) {
        const ctx = { ...begin, ...at(city, day, '06:20') }
        await recordScan(ctx, website, scanOf(await publishedOn(ctx, website), ctx.now, website))
      }
      await scanExternal(begin, city, external, posts, day)
    }
    for (const { id } of [...before, external])
      accepted(await requestScan({ ...begin, now: city.platform.clock() }, { websiteId: id }))
  })
}

const at = (city: Example, day: number, time: string): Pick<Ctx, 'now' | 'actor'> => {
  const { now, actor } = city.system(city.daysAgo(day, time))
  return { now, actor }
}

async function scanExternal(begin: Ctx, city: Example, website: Website, posts: readonly Evidence[], day: number) {
  const times = outage.includes(day) ? ['00:24', '01:24', '06:24', '12:24'] : ['06:24']
  for (const time of times) {
    const ctx = { ...begin, ...at(city, day, time) }
    const seen = posts.filter(({ claimed }) => claimed !== null && claimed < ctx.now)
    const scan = scanOf(seen, ctx.now, website)
    await recordScan(ctx, website, outage.includes(day) ? silent(scan) : scan)
  }
}

function evidenceOfPosts(city: Example, website: Website): Evidence[] {
  const tiers = ['feed', 'visible-date'] as const
  return examplePosts(city.platform.clock()).flatMap(({ slug, title, at }) =>
    tiers.map((tier) => ({
      ...{ tier, item: `${website.url}berita/${slug}/`, title, claimed: at, status: 200, hash: '', fingerprint: null },
      ...{ source: tier === 'feed' ? `${website.url}feed/` : website.url, snippet: at.toUTCString(), fetchedAt: at },
    })),
  )
}

/** A scan that went well, as the monitor would have judged it at `now`. */
function scanOf(seen: readonly Evidence[], now: Date, website: Website): SiteScan {
  const fetched = seen.map((one) => ({ ...one, fetchedAt: now }))
  return {
    ...{ outcome: 'up', cause: null, detail: null, httpStatus: 200, ms: 120 + (now.getTime() % 97) },
    ...{ startedAt: now, finishedAt: new Date(now.getTime() + 4000), findings: [], seen: fetched },
    verdict: judgeFreshness(fetched, [], now),
    cms: website.hosted ? null : 'wordpress',
  }
}

function silent(scan: SiteScan): SiteScan {
  const words =
    'Situs tidak dapat dibuka: server tidak menjawab pada waktunya. Kemutakhiran tidak dapat ditentukan dari pemindaian ini.'
  return {
    ...scan,
    ...{ outcome: 'down', cause: 'timeout', detail: 'no full answer in time', httpStatus: null, ms: 15_000, cms: null },
    ...{ verdict: { lastRealUpdate: null, confidence: 'none', evidence: [], findings: [], words }, seen: [] },
  }
}
