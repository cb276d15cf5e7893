import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answered } from '../fetching/outcome.ts'
import { findFeeds } from '../reading/find-feed.ts'
import { findListings, guessCms } from '../reading/find-listings.ts'
import { runChecks } from './checks.ts'

const at = new Date('2026-11-23T03:00:00Z')
const size = 500_000
const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)

/** Half a megabyte each, made to hurt whoever reads them. */
const bodies: Record<string, string> = {
  'nested without end': fill('<div>'),
  'nested links': fill('<a href="/x">'),
  'nested formatting': fill('<b><p>'),
  'only opening brackets': fill('<'),
  'unfinished tags': fill('<meta '),
  'one endless tag': `<meta ${fill('name="generator" ')}`,
  'headlines without end': fill('<li><a href="/a">Judul berita yang panjang</a> 1 Maret 2026</li>'),
  'headlines in one block': fill('<h2><a href="/a1">Judul berita baru</a></h2>'),
  'dates without end': fill('1 Maret 2026 '),
  'one word': fill('a'),
  'words without end': fill('kata lain '),
  'unfinished comment': `<!--${fill('-')}`,
  'feed of nothing': `<rss version="2.0"><channel>${fill('<item></item>')}</channel></rss>`,
  'nested feed': `<rss version="2.0"><channel><item>${fill('<a>')}`,
}

describe('pages made to hurt', () => {
  for (const [name, body] of Object.entries(bodies))
    it(`are read in seconds: ${name}`, () => {
      const page: Answered = {
        ...{ kind: 'answered', url: 'https://x.example/', status: 200, headers: { 'content-type': 'text/html' }, body },
        ...{ truncated: true, ms: 80, fetchedAt: at, certificate: null },
      }
      const started = process.cpuUsage()
      findFeeds(body, page.url)
      findListings(body, page.url)
      guessCms(body)
      runChecks({ address: page.url, at, home: page, feed: page, posts: page, listings: [page], articles: [page] })
      const { user, system } = process.cpuUsage(started)
      const seconds = (user + system) / 1_000_000
      assert.ok(seconds < 8, `${seconds.toFixed(1)} s of one core`)
    })
})
