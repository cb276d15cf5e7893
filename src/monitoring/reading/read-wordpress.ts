import { sameSite } from './find-feed.ts'

export interface WordPressPost {
  url: string
  title: string
  published: Date
  /** The date as the interface gives it. */
  snippet: string
}

/** Where WordPress lists its posts for machines, newest first; asked only for what is read. */
export const postsAddress = (home: string): string =>
  `${home.replace(/[?#].*$/, '').replace(/\/$/, '')}/wp-json/wp/v2/posts?per_page=10&_fields=date_gmt,link,title`

/**
 * The posts of a WordPress REST answer; null when it is none (switched off, an error page). `date_gmt` has no zone
 * and is UTC. The day of modification is not read: saving without a change moves it.
 */
export function readWordPressPosts(json: string, home: string): WordPressPost[] | null {
  const posts = parsed(json)
  if (!Array.isArray(posts)) return null
  return posts.slice(0, 10).flatMap((post: unknown): WordPressPost[] => {
    const { date_gmt: date, link, title } = record(post)
    if (typeof date !== 'string' || typeof link !== 'string') return []
    const [url] = sameSite(link, home)
    const published = new Date(/Z$/.test(date) ? date : `${date}Z`)
    if (url === undefined || Number.isNaN(published.getTime())) return []
    return [{ url, title: String(record(title).rendered ?? '').slice(0, 300), published, snippet: date.slice(0, 40) }]
  })
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
