import type { Evidence } from '../evidence.ts'
import { fingerprint, sha256 } from '../reading/fingerprint.ts'
import { mainText } from '../reading/noise.ts'
import { readPageDate } from '../reading/page-dates.ts'
import { parseHtml } from '../reading/parse-html.ts'
import type { Check } from './check.ts'

/** The newest articles: the day their metadata claim, and the fingerprint of what they say. */
export const articleDates: Check = {
  name: 'artikel',
  look({ articles, at }) {
    const evidence = articles.map((page): Evidence => {
      const found = readPageDate(page.body, at)
      const title = parseHtml(page.body)('h1, title').first().text().trim().slice(0, 200)
      return {
        tier: 'metadata',
        item: page.url,
        title,
        source: page.url,
        snippet: found?.snippet ?? '',
        claimed: found?.date ?? null,
        fetchedAt: page.fetchedAt,
        status: page.status,
        hash: sha256(page.body),
        fingerprint: fingerprint(mainText(page.body)),
      }
    })
    return { evidence }
  },
}
