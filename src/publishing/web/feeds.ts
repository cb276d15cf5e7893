import type { ContentKind } from '../content.ts'
import type { PublicArticle, PublicItem } from '../public-item.ts'
import { siteLinks } from '../site.ts'
import type { SiteView } from './site-frame.tsx'

/** Text for XML: what XML 1.0 cannot hold at all is left out. */
export const xml = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const lastChange = (items: readonly PublicItem[]): Date | undefined => items[0]?.significantChangeAt

/** RSS 2.0, newest real change first. */
export function rss({ site, address }: SiteView, items: readonly PublicArticle[]): string {
  const to = siteLinks(address)
  const changed = lastChange(items)
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${xml(site.title)}</title>
<link>${xml(`${address}/`)}</link>
<description>${xml(site.tagline || site.title)}</description>
<language>id</language>
<atom:link href="${xml(to.rss)}" rel="self" type="application/rss+xml"/>
${changed ? `<lastBuildDate>${changed.toUTCString()}</lastBuildDate>\n` : ''}${items
  .map(
    (item) => `<item>
<title>${xml(item.title)}</title>
<link>${xml(to.item(item))}</link>
<guid isPermaLink="false">urn:uuid:${item.id}</guid>
<pubDate>${item.firstPublishedAt.toUTCString()}</pubDate>
<description>${xml(item.summary)}</description>
</item>
`,
  )
  .join('')}</channel></rss>
`
}

/** Atom 1.0 with whole bodies, newest real change first. */
export function atom({ site, address }: SiteView, items: readonly PublicArticle[], now: Date): string {
  const to = siteLinks(address)
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id">
<id>${xml(`${address}/`)}</id>
<title>${xml(site.title)}</title>
<updated>${(lastChange(items) ?? now).toISOString()}</updated>
<author><name>${xml(site.title)}</name></author>
<link href="${xml(`${address}/`)}"/>
<link href="${xml(to.atom)}" rel="self"/>
${items
  .map(
    (item) => `<entry>
<id>urn:uuid:${item.id}</id>
<title>${xml(item.title)}</title>
<link href="${xml(to.item(item))}"/>
<published>${item.firstPublishedAt.toISOString()}</published>
<updated>${item.significantChangeAt.toISOString()}</updated>
<summary>${xml(item.summary)}</summary>
<content type="html">${xml(item.bodyHtml)}</content>
</entry>
`,
  )
  .join('')}</feed>
`
}

/** All public addresses, with the day and time of their last real change. */
export function sitemap(
  { address }: SiteView,
  items: readonly { kind: ContentKind; slug: string; significantChangeAt: Date | null }[],
): string {
  const to = siteLinks(address)
  const newest = items[0]?.significantChangeAt ?? null
  const places = [
    { loc: `${address}/`, at: newest },
    ...items.map((item) => ({ loc: to.item(item), at: item.significantChangeAt })),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${places.map(({ loc, at }) => `<url><loc>${xml(loc)}</loc>${at ? `<lastmod>${at.toISOString()}</lastmod>` : ''}</url>\n`).join('')}</urlset>
`
}

export const robots = ({ address, base }: SiteView): string =>
  `User-agent: *\nDisallow: ${base}/cari\n\nSitemap: ${siteLinks(address).sitemap}\n`
