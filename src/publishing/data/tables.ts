import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'
import type { ContentKind, ContentState, ContentTheme } from '../content.ts'
import type { Picture } from '../picture.ts'

export interface ContentTable {
  id: string
  agency_id: string
  kind: ContentKind
  theme: ContentTheme
  title: string
  slug: string
  summary: string
  body_source: string
  body_html: string
  rules_version: number
  picture_id: string | null
  event_day: string | null
  event_place: string
  state: ContentState
  significant: boolean
  return_reason: string | null
  version: number
  author_id: string | null
  author_name: string
  editor_id: string | null
  editor_name: string
  created_at: Date
  changed_at: Date
  revision_id: string | null
  first_published_at: Date | null
  significant_change_at: Date | null
  minor_change_at: Date | null
}

export interface ContentRevisionTable {
  id: string
  content_id: string
  agency_id: string
  number: number
  kind: ContentKind
  theme: ContentTheme
  title: string
  summary: string
  body_html: string
  rules_version: number
  picture_id: string | null
  picture: JSONColumnType<Picture> | null
  event_day: string | null
  event_place: string
  significant: boolean
  author_name: string
  approver_id: string | null
  approver_name: string
  published_at: Date
  search: GeneratedAlways<string>
}

declare module '../../platform/db/database.ts' {
  interface Database {
    site: { agency_id: string; title: string; tagline: string; state: 'open' | 'closed'; opened_at: Date }
    media: {
      id: string
      agency_id: string
      alt: string
      width: number
      height: number
      widths: unknown
      author_id: string | null
      author_name: string
      created_at: Date
      wordless: Generated<boolean>
    }
    content: ContentTable
    content_revision: ContentRevisionTable
    contributor_rule: { kind: string; number: number; from_day: string }
    contributor_link: {
      id: string
      agency_id: string
      name: string
      section: string
      token_hash: Buffer
      made_by_name: string
      made_at: Date
      expires_at: Date
      revoked_at: Date | null
    }
    hand_in: { content_id: string; link_id: string; at: Date }
  }
}
