import type { Evidence, Finding } from '../evidence.ts'
import { fingerprint, sha256 } from '../reading/fingerprint.ts'
import { readFeed } from '../reading/read-feed.ts'
import type { Check } from './check.ts'

/** The items of the news feed with the day each was published. A feed that is not XML is a finding. */
export const feedItems: Check = {
  name: 'umpan',
  look({ feed, home, at }) {
    if (!feed) return {}
    const items = readFeed(feed.body, feed.url, at)
    // an address guessed by us that answers with the home page promised nothing
    if (!items) return isNamed(home, feed.url) ? { findings: [notXml(feed.url)] } : {}
    const hash = sha256(feed.body)
    const { fetchedAt, status, url: source } = feed
    const evidence = items.slice(0, 30).map(
      (item): Evidence => ({
        tier: 'feed',
        item: item.url,
        title: item.title,
        source,
        snippet: item.snippet || item.title.slice(0, 120),
        claimed: item.published,
        fetchedAt,
        status,
        hash,
        fingerprint: fingerprint(`${item.title} ${item.text}`),
      }),
    )
    return { evidence }
  },
}

const isNamed = (home: unknown, url: string): boolean =>
  typeof home === 'object' && home !== null && 'body' in home && String(home.body).includes(new URL(url).pathname)

const notXml = (url: string): Finding => ({
  code: 'feed-not-xml',
  severity: 'warning',
  text: 'Umpan berita disebut oleh beranda, tetapi isinya bukan RSS atau Atom yang dapat dibaca.',
  url,
})
