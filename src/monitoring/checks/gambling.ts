import { isPage } from '../fetching/outcome.ts'
import { parseHtml } from '../reading/parse-html.ts'
import type { Check } from './check.ts'

/** Words of those who sell, not of those who warn: "judi" and "bandar" stand in honest news too. */
const selling =
  /\b(slot gacor|gacor|maxwin|togel|toto (slot|macau|4d)|rtp (live|slot)|scatter hitam|deposit (pulsa|dana|qris)|sbobet|pragmatic play|link alternatif|bonus new member|slot (online|thailand|demo|88|777)|situs slot|zeus slot|mahjong ways)\b/gi

const enough = 3

/**
 * Gambling spam on a hijacked site: at least three different selling words on the home page or a news list, hidden
 * text and addresses of links included. One word may be news about gambling; three of them are not.
 */
export const gambling: Check = {
  name: 'judi',
  look({ home, listings }) {
    const pages = listings.length > 0 ? listings : isPage(home) ? [home] : []
    for (const page of pages) {
      const $ = parseHtml(page.body)
      const links = $('a[href]')
        .toArray()
        .map((link) =>
          $(link)
            .attr('href')
            ?.replaceAll(/[-_/.]+/g, ' '),
        )
      $('script, style').remove()
      const text = `${$.root().text()} ${links.join(' ')}`.replaceAll(/\s+/g, ' ').slice(0, 500_000)
      const words = new Set([...text.matchAll(selling)].map(([word]) => word.toLowerCase()))
      if (words.size < enough) continue
      const found = [...words].slice(0, 5).join(', ')
      const warning = `Diduga disusupi promosi judi: ${found}. Laporkan segera ke tim keamanan.`
      return { findings: [{ code: 'hijack', severity: 'critical', text: warning, url: page.url }] }
    }
    return {}
  },
}
