import { parseHtml } from './parse-html.ts'

/** Where content management systems put their feed, most frequent first. */
const usual = ['/feed/', '/rss.xml', '/feed.xml', '/atom.xml', '/rss', '/?feed=rss2', '/?format=feed&type=rss']

/**
 * Addresses to try for the news feed, best first: those the home page names, then the usual ones. Feeds of comments,
 * of one category or of another site are left out: a comment is no news.
 */
export function findFeeds(html: string, home: string): string[] {
  const $ = parseHtml(html)
  const named = $('link[rel~="alternate"][href]')
    .toArray()
    .filter((link) => /(rss|atom)\+xml/i.test($(link).attr('type') ?? ''))
    .filter((link) => !/koment|comment/i.test(`${$(link).attr('title')} ${$(link).attr('href')}`))
    .flatMap((link) => sameSite($(link).attr('href') ?? '', home))
    .filter((url) => !/\/(category|kategori|tag|author)\//.test(url))
  const all = [...named, ...usual.flatMap((path) => sameSite(below(home, path), home))]
  return [...new Set(all)]
}

/** `path` below a home that may itself be a folder (`/situs/dinkes`). */
const below = (home: string, path: string): string => `${home.replace(/[?#].*$/, '').replace(/\/$/, '')}${path}`

/** The address made absolute, if it belongs to the same host (`www.` aside). */
export function sameSite(address: string, from: string): string[] {
  if (!URL.canParse(address, from)) return []
  const url = new URL(address, from)
  url.hash = ''
  const host = (name: string) => name.replace(/^www\./, '')
  return url.protocol.startsWith('http') && host(url.host) === host(new URL(from).host) ? [url.href] : []
}
