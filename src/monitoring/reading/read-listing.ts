import { sameSite } from './find-feed.ts'
import { withoutNoise } from './noise.ts'
import { readVisibleDate, type VisibleDate } from './visible-date.ts'

export interface ListedItem {
  url: string
  title: string
  /** The date beside the headline; null where the listing shows none that can be trusted. */
  visible: VisibleDate | null
}

const headlines =
  'h1 a[href], h2 a[href], h3 a[href], h4 a[href], h5 a[href], a[href]:has(h2, h3, h4, h5), li > a[href], .title a[href], .judul a[href]'
/** Where themes put the date, by name; and, where no name tells, any small piece of text. */
const datePlaces =
  'time, [class*="date" i], [class*="tanggal" i], [class*="tgl" i], [class*="time" i], [class*="meta" i], [class*="posted" i]'
const smallPieces = 'span, small, em, i, td, p, div'
const noArticle = /\/(tag|tags|category|kategori|author|page|wp-admin|wp-login\.php)\//

/**
 * The items of a page that lists news: headline links, each with the date next to it. A date counts only when at
 * least three blocks show one in the same place, so that a lone date in a banner or a widget proves nothing.
 */
export function readListing(html: string, base: string, now: Date): ListedItem[] {
  const $ = withoutNoise(html)
  const links = $(headlines).toArray().slice(0, 200)
  const addressOf = (link: (typeof links)[number]) => sameSite($(link).attr('href') ?? '', base)[0]
  const found = new Map<string, ListedItem & { place: string }>()
  const addresses = addressesAbove()
  for (const link of links) {
    const url = addressOf(link)
    const title = $(link).text().replaceAll(/\s+/g, ' ').trim()
    if (!url || found.has(url) || url === base || noArticle.test(url) || title.split(' ').length < 3) continue
    const block = blockOf(link)
    const { place, visible } = dateIn(block, link)
    found.set(url, { url, title, visible, place })
  }
  const places = Map.groupBy(found.values(), ({ place }) => place)
  return [...found.values()].map(({ url, title, visible, place }) => ({
    url,
    title,
    visible: (places.get(place)?.length ?? 0) >= 3 ? visible : null,
  }))

  /** For each element up to five above a headline: the addresses of the headlines in it. */
  function addressesAbove() {
    const above = new Map<unknown, Set<string>>()
    for (const link of links)
      for (const ancestor of $(link).parents().toArray().slice(0, 6)) {
        const inside = above.get(ancestor) ?? new Set()
        above.set(ancestor, inside.add(addressOf(link) ?? ''))
      }
    return above
  }

  /** The largest ancestor, at most five up, that holds no other headline. */
  function blockOf(link: (typeof links)[number]) {
    const [first, ...others] = $(link).parents().toArray().slice(0, 6)
    const frame = others.findIndex((one) => $(one).is('body, main, html') || (addresses.get(one)?.size ?? 0) > 1)
    return $((frame === -1 ? others.at(-1) : others[frame - 1]) ?? first ?? link)
  }

  function dateIn(block: ReturnType<typeof blockOf>, link: (typeof links)[number]) {
    const pieces = [...block.find(datePlaces).toArray(), ...block.find(smallPieces).toArray()].slice(0, 40)
    for (const piece of pieces) {
      if ($(piece).find(link).length > 0 || $(link).find(piece).length > 0) continue
      const text = $(piece).text().trim()
      const visible = $(piece).is(datePlaces) || text.length < 60 ? readVisibleDate(text, now) : null
      if (visible) return { visible, place: `${piece.tagName}.${$(piece).attr('class') ?? ''}` }
    }
    const rest = block.clone()
    rest.find('a').remove()
    return { visible: rest.text().length < 60 ? readVisibleDate(rest.text(), now) : null, place: 'beside the link' }
  }
}
