import { setTimeout as wait } from 'node:timers/promises'
import type { FetchPage } from './fetching/fetch-page.ts'
import { type Answered, isPage, type Outcome } from './fetching/outcome.ts'
import { readRobots } from './fetching/robots.ts'
import { findFeeds, sameSite } from './reading/find-feed.ts'
import { findListings, guessCms } from './reading/find-listings.ts'
import { readFeed } from './reading/read-feed.ts'
import { readListing } from './reading/read-listing.ts'
import { postsAddress } from './reading/read-wordpress.ts'

/** All that one scan fetched of a site; the checks judge it without asking the network again. */
export interface Visit {
  address: string
  at: Date
  /** Null when robots.txt asks us to stay away. */
  home: Outcome | null
  /** The news feed, or what answered in its place; null when none was found. */
  feed: Answered | null
  /** What WordPress lists for machines; null for other systems and where it is switched off. */
  posts: Answered | null
  /** Home and up to two pages that list news. */
  listings: Answered[]
  /** The newest articles. */
  articles: Answered[]
}

const feedTries = 4
const newestArticles = 3

/**
 * Visits a site politely: at most 13 requests, one after the other, `pause` milliseconds apart (more if robots.txt
 * asks for more). Pages that do not answer are left out; only a silent home page is itself the result.
 */
export async function visitSite(fetchPage: FetchPage, address: string, now: Date, pause: number): Promise<Visit> {
  const visit: Visit = { address, at: now, home: null, feed: null, posts: null, listings: [], articles: [] }
  if (!URL.canParse(address)) return { ...visit, home: await fetchPage(address) }
  const robots = await readRobots(fetchPage, address)
  if (!robots.allows(address)) return visit
  const home = await fetchPage(address)
  visit.home = home
  // a site that leads elsewhere (a portal, Instagram) shows somebody else's news
  if (!isPage(home) || sameSite(home.url, address).length === 0) return visit

  async function ask(url: string): Promise<Answered | null> {
    if (!robots.allows(url)) return null
    await wait(Math.max(pause, robots.pause))
    const outcome = await fetchPage(url)
    return isPage(outcome) ? outcome : null
  }
  const askAll = async (urls: string[]) => {
    const answers: Answered[] = []
    for (const url of urls) answers.push(...[(await ask(url)) ?? []].flat())
    return answers
  }
  if (guessCms(home.body) === 'wordpress') visit.posts = await ask(postsAddress(home.url))
  visit.feed = await firstFeed(ask, findFeeds(home.body, home.url), now)
  visit.listings = [home, ...(await askAll(findListings(home.body, home.url)))]
  visit.articles = await askAll(newestOf(visit, home.url))
  return visit
}

/** The first address that gives a feed; else the first that answered at all, which is a finding. */
async function firstFeed(ask: (url: string) => Promise<Answered | null>, urls: string[], now: Date) {
  let other: Answered | null = null
  for (const url of urls.slice(0, feedTries)) {
    const answer = await ask(url)
    if (answer && readFeed(answer.body, answer.url, now)) return answer
    other ??= answer
  }
  return other
}

/** Of this site only: a feed may well list articles of others. */
function newestOf({ feed, listings, at }: Visit, home: string): string[] {
  const fed = feed ? (readFeed(feed.body, feed.url, at) ?? []) : []
  const dated = fed.map(({ url, published }) => ({ url, date: published }))
  const listed = listings
    .flatMap((page) => readListing(page.body, page.url, at))
    .map(({ url, visible }) => ({ url, date: visible?.date ?? null }))
  const newestFirst = [...dated, ...listed]
    .filter(({ url, date }) => date !== null && sameSite(url, home).length > 0)
    .sort((a, b) => (b.date?.getTime() ?? 0) - (a.date?.getTime() ?? 0))
  return [...new Set(newestFirst.map(({ url }) => url))].slice(0, newestArticles)
}
