import { cleanText } from '../../platform/http/read-form.ts'

/** A post on X as we read it, from either dialect. Ids are text: they do not fit a JavaScript number. */
export interface XPost {
  id: string
  authorId: string | null
  /** Plain text as a reader sees it: links in full, entities undone, no link for attached media. */
  text: string
  createdAt: Date
  conversationId: string
  repliedTo: string | null
  quoted: string | null
  isRepost: boolean
  /** This id and those of the versions before it, oldest first; more than one: the author changed the post. */
  versions: string[]
  /** User ids named by the author's own hand; handles X puts before a reply are left out. */
  named: string[]
}

type Json = Record<string, unknown>

const record = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(record) : [])
const word = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The first 41 bits of an id are its instant: for posts that come without `created_at`. */
export const instantOf = (id: string): Date => new Date(Number((BigInt(id) >> 22n) + 1_288_834_974_657n))

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

function plainText(text: string, urls: Json[]): string {
  let plain = text
  for (const { url, expanded_url, media_key } of urls)
    if (typeof url === 'string' && typeof expanded_url === 'string')
      plain = plain.replaceAll(url, typeof media_key === 'string' ? '' : expanded_url)
  return cleanText(unescaped(plain))
}

/** Characters before this one were put there by X. */
function ownStart(raw: Json): number {
  const range = raw.display_text_range
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0
}

/** Reads one post; undefined when it has no id or no text. */
export function readPost(value: unknown): XPost | undefined {
  const raw = record(value)
  const id = word(raw.id)
  const text = word(record(raw.note_tweet ?? raw.note_post).text) ?? word(raw.text)
  if (id === null || !/^\d{1,20}$/.test(id) || text === null) return undefined
  const entities = record(raw.entities)
  const references = list(raw.referenced_tweets ?? raw.referenced_posts)
  const reference = (type: string) => word(references.find((one) => one.type === type)?.id)
  const own = text.slice(ownStart(raw)).toLowerCase()
  const createdAt = word(raw.created_at)
  return {
    id,
    authorId: word(raw.author_id),
    text: plainText(text, list(entities.urls)),
    createdAt: createdAt ? new Date(createdAt) : instantOf(id),
    conversationId: word(raw.conversation_id) ?? id,
    repliedTo: reference('replied_to'),
    quoted: reference('quoted'),
    isRepost: reference('retweeted') !== null,
    versions: versionsOf(raw, id),
    named: list(entities.mentions).flatMap(({ id: user, username }) =>
      typeof user === 'string' && typeof username === 'string' && names(own, username) ? [user] : [],
    ),
  }
}

function versionsOf(raw: Json, id: string): string[] {
  const history = raw.edit_history_tweet_ids ?? raw.edit_history_post_ids
  const known = Array.isArray(history) ? history.filter((one) => typeof one === 'string' && /^\d{1,20}$/.test(one)) : []
  return known.includes(id) ? known : [...known, id]
}

const names = (text: string, username: string): boolean => new RegExp(`@${username.toLowerCase()}(?!\\w)`).test(text)

/** The smallest id a post of this instant can have: everything before it is older. */
export const firstIdAt = (at: Date): string => String((BigInt(at.getTime()) - 1_288_834_974_657n) << 22n)
