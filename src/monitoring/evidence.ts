/**
 * Where a date comes from, in order of trust: our own platform's publishing; the site's own CMS; its feed; an article's metadata;
 * a date shown to readers; what we ourselves saw appear or change between two scans.
 */
export type Tier = 'publish-event' | 'cms-api' | 'feed' | 'metadata' | 'visible-date' | 'own-history'

/** One thing seen on a site that speaks for or against an update. */
export interface Evidence {
  tier: Tier
  /** Address of the item it speaks of. */
  item: string
  title: string
  /** Address of the page it was read from. */
  source: string
  /** The words it was read from. */
  snippet: string
  /** The day the site claims; null for an item without a date. */
  claimed: Date | null
  fetchedAt: Date
  /** HTTP status of the source. */
  status: number
  /** SHA-256 of the source as it was fetched. */
  hash: string
  /** Of the item's text as this tier shows it, see `reading/fingerprint.ts`; null where the tier shows none. */
  fingerprint: string | null
}

/** What earlier scans remember of an item, per tier: texts of different tiers cannot be compared. */
export interface Known {
  tier: Tier
  item: string
  firstSeen: Date
  lastChanged: Date
  /** As claimed when first seen. */
  claimed: Date | null
  fingerprint: string | null
  /** It was not there on an earlier scan that read this tier, so we know when it came. */
  appeared: boolean
}

export type Severity = 'info' | 'warning' | 'critical'

/** Something a person should know or repair; `text` is for the screen. */
export interface Finding {
  code: string
  severity: Severity
  text: string
  url: string
}

export const tierWords: Record<Tier, string> = {
  'publish-event': 'catatan terbit di Kentongan',
  'cms-api': 'daftar terbitan WordPress',
  feed: 'umpan berita (RSS/Atom)',
  metadata: 'data halaman artikel',
  'visible-date': 'tanggal yang tampak di halaman',
  'own-history': 'riwayat pindai kami',
}
