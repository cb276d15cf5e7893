import robotsParser from 'robots-parser'
import { type FetchPage, userAgent } from './fetch-page.ts'
import { isPage } from './outcome.ts'

export interface Robots {
  allows: (url: string) => boolean
  /** Pause the site asks for between two requests, in milliseconds; at most 10 seconds. */
  pause: number
}

// its typings describe a default export that the module, being CommonJS, does not have
const parse = robotsParser as unknown as typeof robotsParser.default

const name = userAgent.split('/')[0] ?? userAgent

/**
 * The rules of a site for us. No robots.txt (4xx): everything is allowed. When it cannot be had (5xx, no answer), RFC
 * 9309 asks to stay away; then only `address` itself is asked, to learn whether the site lives.
 */
export async function readRobots(fetchPage: FetchPage, address: string): Promise<Robots> {
  const url = new URL('/robots.txt', address).href
  const outcome = await fetchPage(url)
  const status = outcome.kind === 'answered' ? outcome.status : 0
  if (!isPage(outcome)) {
    const absent = status >= 400 && status < 500
    return { allows: (asked) => absent || asked === address, pause: 0 }
  }
  const robots = parse(url, outcome.body)
  return {
    allows: (asked) => robots.isAllowed(asked, name) ?? true,
    pause: Math.min(robots.getCrawlDelay(name) ?? 0, 10) * 1000,
  }
}
