import type { Platform } from './account.ts'
import { isTheme, type Theme } from './post.ts'

/** What a post reached; null where nobody told. */
export interface Reach {
  likes: number | null
  comments: number | null
  shares: number | null
  views: number | null
}
export const reachWords: Readonly<Record<keyof Reach, string>> = {
  likes: 'Suka',
  comments: 'Komentar',
  shares: 'Dibagikan',
  views: 'Dilihat',
}

/** How a post went out: alone, as the head of a thread, or past this house and noted by an operator. */
export const postKinds = { single: 'Satu kiriman', thread: 'Utas', noted: 'Dicatat dengan tangan' } as const
export type PostKind = keyof typeof postKinds

/** A broadcast that went out in the month. */
export interface PublishedPost {
  postId: string
  /** Of one that was noted: the noon of its day. */
  at: Date
  theme: Theme
  platform: Platform
  text: string
  url: string | null
  kind: PostKind
  /** Went out without approval, with a reason on record. */
  emergency: boolean
  reach: Reach
}

/** Which posts of a month are meant: all, those of a theme or a kind, or those sent without approval. */
export type PostFigure = 'all' | Theme | PostKind | 'emergency'
export const isPostFigure = (text: string): text is PostFigure =>
  text === 'all' || text === 'emergency' || isTheme(text) || Object.hasOwn(postKinds, text)

/** The posts behind a figure: it is their number. */
export const postsBehind = (figure: PostFigure, posts: readonly PublishedPost[]): PublishedPost[] =>
  posts.filter(
    ({ theme, kind, emergency }) =>
      figure === 'all' || figure === theme || figure === kind || (figure === 'emergency' && emergency),
  )

export interface PlatformReach extends Reach {
  platform: Platform
  posts: number
  /** Of how many posts something is told. */
  told: number
}

/** By platform, the one with most posts first. What is told of no post stays unknown: it is not nought. */
export function reachOf(posts: readonly PublishedPost[]): PlatformReach[] {
  const reach = [...Map.groupBy(posts, ({ platform }) => platform)].map(([platform, list]) => ({
    platform,
    posts: list.length,
    told: list.filter((post) => counts.some((name) => post.reach[name] !== null)).length,
    likes: sum(list, 'likes'),
    comments: sum(list, 'comments'),
    shares: sum(list, 'shares'),
    views: sum(list, 'views'),
  }))
  return reach.sort((a, b) => b.posts - a.posts)
}

const counts = Object.keys(reachWords) as (keyof Reach)[]

function sum(posts: readonly PublishedPost[], name: keyof Reach): number | null {
  const told = posts.flatMap(({ reach }) => reach[name] ?? [])
  return told.length === 0 ? null : told.reduce((all, one) => all + one, 0)
}
