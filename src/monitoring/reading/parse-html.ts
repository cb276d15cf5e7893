import { type CheerioAPI, load } from 'cheerio'

/** No page made for people nests deeper; the parser's time grows with the square of the depth. */
const deepest = 300

/** Nor has more elements than this: several times a rich home page. */
const mostTags = 15_000

/** Elements that hold nothing, or that the next one of their kind closes. */
const flat = new Set(
  'p li td th tr dt dd option br img input meta link hr area base col embed source track wbr path use'.split(' '),
)

/** Parses a page of any kind, also one made to hurt: what nests too deep or never ends is cut off. */
export const parseHtml = (html: string): CheerioAPI => load(cutToSize(html))

function cutToSize(html: string): string {
  let depth = 0
  let tags = 0
  for (const { 1: slash, 2: name = '', index } of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (++tags > mostTags) return html.slice(0, index)
    if (flat.has(name.toLowerCase())) continue
    depth = slash ? Math.max(0, depth - 1) : depth + 1
    if (depth > deepest) return html.slice(0, index)
  }
  return html
}
