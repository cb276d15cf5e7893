import type { Config } from '../platform/config.ts'
import type { ContentKind } from './content.ts'

/** A public site that we serve for an agency. */
export interface Site {
  agencyId: string
  title: string
  tagline: string
}

const sections = {
  news: 'berita',
  announcement: 'pengumuman',
  event: 'agenda',
  document: 'dokumen',
  page: 'profil',
} as const satisfies Record<ContentKind, string>

/** Addresses within one site; `base` is '' under its own host name and `/situs/ID` elsewhere. */
export const siteLinks = (base: string) => ({
  home: base || '/',
  section: (kind: ContentKind): string => `${base}/${sections[kind]}`,
  item: ({ kind, slug }: { kind: ContentKind; slug: string }): string =>
    kind === 'page' && slug === 'profil' ? `${base}/profil` : `${base}/${sections[kind]}/${slug}`,
  search: `${base}/cari`,
  rss: `${base}/feed.xml`,
  atom: `${base}/atom.xml`,
  sitemap: `${base}/sitemap.xml`,
})

/**
 * Where a site's pages are found from outside, without a slash at the end: under its own host name where the
 * installation is public (https), under `/situs/ID` on a machine without names.
 */
export function siteAddress(config: Pick<Config, 'baseUrl'>, agency: { id: string; host: string | null }): string {
  return config.baseUrl.startsWith('https:') && agency.host !== null
    ? `https://${agency.host}`
    : `${config.baseUrl}/situs/${agency.id}`
}
