import twitterText from 'twitter-text'
import type { FakeTweet, FakeUser } from './fake-state.ts'
import { findTweet, findUser, type Town } from './town.ts'

const listed = (query: URLSearchParams, name: string): string[] => (query.get(name) ?? '').split(',').filter(Boolean)

/** X answers `&`, `<` and `>` as HTML entities. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const short = (id: string, n: number): string => `https://t.co/${BigInt(id).toString(36).slice(-8)}${n}`

interface Link {
  url: string
  expanded_url: string
  media_key?: string
}

/** The text as X shows it: implicit handles before, links shortened, one more link for media. */
export function shown(town: Town, tweet: FakeTweet): { text: string; start: number; urls: Link[] } {
  const urls: Link[] = []
  let text = tweet.text
  for (const link of new Set(twitterText.extractUrls(text, { extractUrlsWithoutProtocol: true }))) {
    const url = short(tweet.id, urls.length)
    urls.push({ url, expanded_url: link.includes('://') ? link : `http://${link}` })
    text = text.replaceAll(link, url)
  }
  for (const id of tweet.mediaIds.slice(0, 1)) {
    const url = short(tweet.id, urls.length)
    urls.push({ url, expanded_url: `https://x.com/i/status/${tweet.id}/photo/1`, media_key: `3_${id}` })
    text = `${text} ${url}`.trim()
  }
  const before = tweet.implicit.map((id) => `@${findUser(town, id)?.username ?? id} `).join('')
  return { text: before + escaped(text), start: before.length, urls }
}

function references(town: Town, tweet: FakeTweet): { type: string; id: string }[] {
  const all = [
    { type: 'replied_to', id: tweet.repliedTo },
    { type: 'quoted', id: tweet.quoted },
  ]
  return all.flatMap(({ type, id }) => (id && findTweet(town, id) ? [{ type, id }] : []))
}

const repliedToUser = (town: Town, tweet: FakeTweet): string | undefined =>
  tweet.repliedTo ? findTweet(town, tweet.repliedTo)?.authorId : undefined

/**
 * One post in the dialect asked for. With `post.fields` (from 2.167) author, parent and edit ids come only through
 * expansions; with `tweet.fields` they are fields. Names unknown to the dialect are dropped without a word.
 */
export function renderTweet(town: Town, tweet: FakeTweet, query: URLSearchParams): Record<string, unknown> {
  const modern = query.has('post.fields') || (query.has('expansions') && !query.has('tweet.fields'))
  const fields = new Set(listed(query, modern ? 'post.fields' : 'tweet.fields'))
  const expansions = new Set(listed(query, 'expansions'))
  const has = (field: string, expansion = field): boolean => (modern ? expansions.has(expansion) : fields.has(field))
  const { text, start, urls } = shown(town, tweet)
  const mentions = [...tweet.implicit, ...tweet.explicit].map((id) => ({ id, username: findUser(town, id)?.username }))
  const out: Record<string, unknown> = { id: tweet.id, text }
  if (!modern) out.edit_history_tweet_ids = [tweet.id]
  else if (expansions.has('edit_history_post_ids')) out.edit_history_post_ids = [tweet.id]
  if (has('author_id')) out.author_id = tweet.authorId
  if (has('in_reply_to_user_id') && tweet.repliedTo) out.in_reply_to_user_id = repliedToUser(town, tweet)
  const referenced = references(town, tweet)
  if (has('referenced_tweets', 'referenced_posts') && referenced.length > 0)
    out[modern ? 'referenced_posts' : 'referenced_tweets'] = referenced
  if (fields.has('created_at')) out.created_at = tweet.createdAt
  if (fields.has('conversation_id')) out.conversation_id = tweet.conversationId
  if (fields.has('display_text_range')) out.display_text_range = [start, text.length]
  if (fields.has('entities') && urls.length + mentions.length > 0) out.entities = { urls, mentions }
  if (fields.has('attachments') && tweet.mediaIds.length > 0)
    out.attachments = { media_keys: tweet.mediaIds.map((id) => `3_${id}`) }
  return out
}

export const renderUser = ({ id, name, username }: FakeUser): Record<string, string> => ({ id, name, username })

/** The users the expansions asked for, as `includes`. */
export function includes(town: Town, tweets: FakeTweet[], query: URLSearchParams): { includes?: { users: unknown[] } } {
  if (!listed(query, 'expansions').includes('author_id') || tweets.length === 0) return {}
  const authors = new Set(tweets.map((tweet) => tweet.authorId))
  return { includes: { users: town.state.users.filter((user) => authors.has(user.id)).map(renderUser) } }
}
