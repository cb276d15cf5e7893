import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Behaviour, type FakeSite, startFakeSite } from './fake/fake-site.ts'
import { fakePosts } from './fake/posts.ts'
import { openFetcher } from './fetching/fetch-page.ts'
import { runScan } from './scan-cli.ts'
import { scanSite } from './scan-site.ts'

const now = new Date('2026-11-23T03:00:00Z')
const clock = () => now
let site: FakeSite
before(async () => {
  site = await startFakeSite({ posts: fakePosts(new Date('2026-11-20T02:00:00Z')), clock })
})
after(() => site.close())

async function scan(behaviour: Behaviour, timeout = 1000) {
  site.behaviour = behaviour
  site.requests.length = 0
  const { fetchPage, close } = openFetcher({ allowPrivate: true, clock, timeout })
  try {
    return await scanSite(`${site.url}/`, { fetchPage, clock, pause: 0 })
  } finally {
    await close()
  }
}

describe('scanning a WordPress-like site', () => {
  it('finds the last real update in feed, metadata and listing alike', async () => {
    const { outcome, verdict, cms } = await scan('normal')
    assert.equal(outcome, 'up')
    assert.equal(cms, 'wordpress')
    assert.equal(verdict.lastRealUpdate?.toISOString(), '2026-11-20T02:00:00.000Z')
    assert.equal(verdict.confidence, 'high')
    assert.deepEqual([...new Set(verdict.evidence.map(({ tier }) => tier))], ['feed', 'metadata', 'visible-date'])
    assert.ok(site.requests.length <= 13)
  })

  it('is not misled by clocks when the news is old', async () => {
    const fresh = site.posts
    site.posts = fakePosts(new Date('2026-06-01T02:00:00Z'))
    const { verdict } = await scan('normal')
    site.posts = fresh
    assert.equal(verdict.lastRealUpdate?.toISOString(), '2026-06-01T02:00:00.000Z')
  })

  it('still reads dates on the page when the feed is not XML, and says so', async () => {
    const { verdict, findings } = await scan('feed-not-xml')
    assert.equal(verdict.lastRealUpdate?.toISOString(), '2026-11-20T02:00:00.000Z')
    assert.ok(findings.some(({ code }) => code === 'feed-not-xml'))
  })

  it('believes what WordPress lists of itself', async () => {
    site.restApi = true
    const { verdict } = await scan('no-feed')
    site.restApi = false
    assert.equal(verdict.evidence[0]?.tier, 'cms-api')
    assert.equal(verdict.confidence, 'high')
    assert.equal(verdict.lastRealUpdate?.toISOString(), '2026-11-20T02:00:00.000Z')
  })

  it('has no finding for a feed that nobody promised', async () => {
    const { verdict, findings } = await scan('no-feed')
    assert.equal(verdict.confidence, 'high')
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['no-https'],
    )
  })

  const others: [Behaviour, string, string | null][] = [
    ['hangs', 'down', 'timeout'],
    ['drips', 'down', 'timeout'],
    ['resets', 'down', 'reset'],
    ['error-500', 'down', 'http-500'],
    ['redirect-loop', 'down', 'redirects'],
    ['empty', 'down', 'empty'],
    ['robots-refuses', 'unknown', 'robots'],
    ['bot-wall', 'unknown', 'bot-wall'],
    ['no-news', 'up', null],
    ['endless', 'up', null],
    ['gzip-bomb', 'up', null],
  ]
  for (const [behaviour, outcome, cause] of others)
    it(`${behaviour}: ${outcome}, and nothing is said of freshness`, async () => {
      const result = await scan(behaviour, behaviour === 'gzip-bomb' || behaviour === 'endless' ? 8000 : 400)
      assert.deepEqual([result.outcome, result.cause], [outcome, cause])
      assert.equal(result.verdict.lastRealUpdate, null)
      assert.equal(result.verdict.confidence, 'none')
      assert.match(result.verdict.words, /tidak dapat ditentukan/i)
    })

  it('keeps to robots.txt', async () => {
    await scan('robots-refuses')
    assert.deepEqual(site.requests, ['/robots.txt'])
  })
})

describe('the verb scan', () => {
  it('prints a verdict, as text and as JSON', async () => {
    site.behaviour = 'normal'
    const text = await runScan(site.url, { json: false, now, allowPrivate: true })
    assert.match(text, /Terakhir diperbarui 20 November 2026, keyakinan tinggi/)
    const json = JSON.parse(await runScan(site.url, { json: true, now, allowPrivate: true }))
    assert.equal(json.lastRealUpdate, '2026-11-20T02:00:00.000Z')
    assert.equal(json.confidence, 'high')
  })

  it('asks a private address that was typed', async () => {
    site.behaviour = 'normal'
    const json = JSON.parse(await runScan(site.url, { json: true, now }))
    assert.deepEqual([json.outcome, json.confidence], ['up', 'high'])
  })

  it('says what is wrong with an address', async () => {
    assert.match(await runScan('bukan alamat', { json: false, now }), /alamat situs salah tulis/)
  })
})
