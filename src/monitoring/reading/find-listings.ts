import { sameSite } from './find-feed.ts'
import { parseHtml } from './parse-html.ts'

const news = /berita|news|artikel|kabar|informasi terkini|pengumuman/i

/** Addresses of up to two pages that list news, as the menu of the home page names them. */
export function findListings(html: string, home: string): string[] {
  const $ = parseHtml(html)
  const urls = $('a[href]')
    .toArray()
    .filter((link) => news.test($(link).text()) && $(link).text().trim().length < 30)
    .flatMap((link) => sameSite($(link).attr('href') ?? '', home))
  return [...new Set(urls)].filter((url) => url !== home).slice(0, 2)
}

/** Which system made the page, as far as it tells: `wordpress`, `joomla`, `drupal`, `kentongan`... */
export function guessCms(html: string): string | null {
  const head = html.slice(0, 20_000)
  const generator = /<meta[^<>]+name=["']generator["'][^<>]+content=["']([a-z]+)/i.exec(head)?.[1]
  if (generator) return generator.toLowerCase()
  return /\/wp-(content|includes)\//.test(html) ? 'wordpress' : /\/media\/jui\//.test(html) ? 'joomla' : null
}
