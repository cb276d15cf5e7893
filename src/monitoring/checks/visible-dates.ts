import type { Evidence } from '../evidence.ts'
import { sha256 } from '../reading/fingerprint.ts'
import { readListing } from '../reading/read-listing.ts'
import type { Check } from './check.ts'

/** Headlines on pages that list news, each with the date readers see beside it. */
export const visibleDates: Check = {
  name: 'tanggal tampak',
  look({ listings, at }) {
    const found = new Map<string, Evidence>()
    for (const page of listings) {
      const hash = sha256(page.body)
      for (const { url, title, visible } of readListing(page.body, page.url, at).slice(0, 30)) {
        if (found.get(url)?.claimed || (found.has(url) && !visible)) continue
        const snippet = visible?.text ?? title.slice(0, 120)
        const { fetchedAt, status, url: source } = page
        const claimed = visible?.date ?? null
        found.set(url, {
          tier: 'visible-date',
          item: url,
          title,
          source,
          snippet,
          claimed,
          fetchedAt,
          status,
          hash,
          fingerprint: null,
        })
      }
    }
    return { evidence: [...found.values()] }
  },
}
