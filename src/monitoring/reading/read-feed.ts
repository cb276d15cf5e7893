import { parseFeed } from 'feedsmith'
import { readClaimedDate } from './claimed-date.ts'

export interface FeedItem {
  /** Address of the article, or the item's id where it has none. */
  url: string
  title: string
  text: string
  published: Date | null
  /** The date as it stands in the feed. */
  snippet: string
}

/**
 * The items of an RSS, Atom or RDF feed. Null when this is no feed (an error page, broken XML).
 *
 * The dates of the channel (`lastBuildDate`, `updated`) are left out on purpose: most systems write "now" there.
 */
export function readFeed(xml: string, base: string, now: Date): FeedItem[] | null {
  const raw = rawItems(xml)
  if (!raw) return null
  return raw
    .filter(({ link }) => !/#comment-\d+/.test(link))
    .map(({ link, title, text, date }) => ({
      url: URL.canParse(link, base) ? new URL(link, base).href : link,
      title: plainText(title),
      text: plainText(text),
      published: readClaimedDate(date, now),
      snippet: date.slice(0, 120),
    }))
}

const mostItems = 200

/** The reader closes what is left open, so a feed may be cut between two items. */
function firstItems(xml: string): string {
  let items = 0
  for (const { index } of xml.matchAll(/<(item|entry)\b/g)) if (++items > mostItems) return xml.slice(0, index)
  return xml
}

interface RawItem {
  link: string
  title: string
  text: string
  date: string
}

function rawItems(xml: string): RawItem[] | null {
  try {
    const parsed = parseFeed(firstItems(xml.trimStart()))
    if (parsed.format === 'json') return null
    if (parsed.format === 'atom')
      return (parsed.feed.entries ?? []).map((entry) => ({
        link: entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href ?? entry.id ?? '',
        title: entry.title?.value ?? '',
        text: entry.content?.value ?? entry.summary?.value ?? '',
        date: entry.published ?? entry.updated ?? '',
      }))
    return (parsed.feed.items ?? []).map((item) => ({
      link: item.link ?? ('guid' in item ? item.guid?.value : undefined) ?? '',
      title: item.title ?? '',
      text: item.content?.encoded ?? item.description ?? '',
      date: ('pubDate' in item ? item.pubDate : undefined) ?? item.dc?.dates?.[0] ?? '',
    }))
  } catch {
    return null
  }
}

const plainText = (html: string): string =>
  html
    .slice(0, 50_000)
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
