import { readClaimedDate } from './claimed-date.ts'
import { parseHtml } from './parse-html.ts'

export interface PageDate {
  date: Date
  /** Where it stood: `JSON-LD datePublished`, `article:published_time`, `<time datetime>`. */
  snippet: string
}

const metas = [
  'article:published_time',
  'og:published_time',
  'datePublished',
  'dcterms.created',
  'dc.date.issued',
  'dc.date',
]

/**
 * The day an article says it was published, from its metadata; null when it says nothing. Dates of modification are
 * not read: plug-ins write them at every save, and our own history knows better what changed.
 */
export function readPageDate(html: string, now: Date): PageDate | null {
  const $ = parseHtml(html)
  for (const script of $('script[type="application/ld+json"]').toArray()) {
    const text = datePublished(parsed($(script).text()))
    const date = readClaimedDate(text, now)
    if (date) return { date, snippet: `JSON-LD datePublished: ${text}`.slice(0, 120) }
  }
  for (const name of metas) {
    const text = $(`meta[property="${name}"], meta[name="${name}" i], meta[itemprop="${name}"]`).attr('content')
    const date = readClaimedDate(text, now)
    if (date) return { date, snippet: `${name}: ${text}`.slice(0, 120) }
  }
  $('aside, footer, nav, .comments, #comments').remove()
  const text = $('article time[datetime], main time[datetime]').first().attr('datetime')
  const date = readClaimedDate(text, now)
  return date ? { date, snippet: `<time datetime>: ${text}`.slice(0, 120) } : null
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** The first `datePublished` of anything that is an article or a posting, at most a few levels deep. */
function datePublished(value: unknown, depth = 0): string | undefined {
  if (typeof value !== 'object' || value === null || depth > 4) return undefined
  if (Array.isArray(value)) return firstOf(value, depth)
  const thing = value as Record<string, unknown>
  const isArticle = /article|posting|webpage/i.test(String(thing['@type']))
  if (isArticle && typeof thing.datePublished === 'string') return thing.datePublished
  return firstOf([thing['@graph'], thing.mainEntity], depth)
}

function firstOf(values: readonly unknown[], depth: number): string | undefined {
  for (const value of values) {
    const found = datePublished(value, depth + 1)
    if (found) return found
  }
  return undefined
}
