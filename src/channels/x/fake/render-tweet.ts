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
    { type: 'retweeted', id: tweet.reposted ?? null },
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
  const versions = tweet.versions ?? [tweet.id]
  if (!modern) out.edit_history_tweet_ids = versions
  else if (expansions.has('edit_history_post_ids')) out.edit_history_post_ids = versions
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
  if (fields.has('public_metrics')) out.public_metrics = metrics(town, tweet)
  return out
}

function metrics(town: Town, { id }: FakeTweet): Record<string, number> {
  const count = (is: (tweet: FakeTweet) => boolean): number => town.state.tweets.filter(is).length
  return {
    retweet_count: count((tweet) => tweet.reposted === id),
    reply_count: count((tweet) => tweet.repliedTo === id),
    quote_count: count((tweet) => tweet.quoted === id),
    like_count: 0,
    bookmark_count: 0,
    impression_count: 100,
  }
}

export function renderUser({ id, name, username, ...user }: FakeUser, fields = ''): Record<string, unknown> {
  const more = fields.split(',').includes('protected') ? { protected: user.protected ?? false } : {}
  return { id, name, username, ...more }
}

/** What the expansions asked for, as `includes`: authors, and the posts that these ones answer or quote. */
export function includes(town: Town, tweets: FakeTweet[], query: URLSearchParams): { includes?: object } {
  const expansions = listed(query, 'expansions')
  const more: Record<string, unknown[]> = {}
  if (expansions.includes('author_id'))
    more.users = [...new Set(tweets.map(({ authorId }) => authorId))]
      .flatMap((id) => findUser(town, id) ?? [])
      .map((user) => renderUser(user))
  const modern = expansions.includes('referenced_posts')
  if (modern || expansions.includes('referenced_tweets.id')) {
    const found = [...new Set(tweets.flatMap(({ repliedTo, quoted }) => [repliedTo, quoted]))].flatMap(
      (id) => (id && findTweet(town, id)) || [],
    )
    if (found.length > 0) more[modern ? 'posts' : 'tweets'] = found.map((tweet) => renderTweet(town, tweet, query))
  }
  return tweets.length > 0 && Object.keys(more).length > 0 ? { includes: more } : {}
}
