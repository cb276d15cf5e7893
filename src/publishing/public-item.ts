import type { ContentKind, ContentTheme } from './content.ts'
import type { Picture } from './picture.ts'
import type { Site } from './site.ts'

/** A site with the host name its agency has today. */
export interface PublicSite extends Site {
  host: string | null
}

/** An item as the public sees it: its latest approved revision. */
export interface PublicItem {
  id: string
  kind: ContentKind
  theme: ContentTheme
  slug: string
  title: string
  summary: string
  eventDay: string | null
  eventPlace: string
  firstPublishedAt: Date
  /** Of the last change readers should know of; the first publication counts. */
  significantChangeAt: Date
  picture: Picture | null
}

export interface PublicArticle extends PublicItem {
  bodyHtml: string
}

/** Columns of `content` and `content_revision as revision` of which an item is made. */
export const itemColumns = [
  'content.id',
  'content.slug',
  'revision.kind',
  'revision.theme',
  'revision.title',
  'revision.summary',
  'revision.event_day as eventDay',
  'revision.event_place as eventPlace',
  'content.first_published_at as firstPublishedAt',
  'content.significant_change_at as significantChangeAt',
  'revision.picture',
] as const

export interface ItemRow extends Omit<PublicItem, 'firstPublishedAt' | 'significantChangeAt'> {
  firstPublishedAt: Date | null
  significantChangeAt: Date | null
}

/** What is public has both instants: the publication sets them. */
export const itemOf = (row: ItemRow): PublicItem => ({
  id: row.id,
  kind: row.kind,
  theme: row.theme,
  slug: row.slug,
  title: row.title,
  summary: row.summary,
  eventDay: row.eventDay,
  eventPlace: row.eventPlace,
  firstPublishedAt: row.firstPublishedAt ?? new Date(0),
  significantChangeAt: row.significantChangeAt ?? new Date(0),
  picture: row.picture,
})
