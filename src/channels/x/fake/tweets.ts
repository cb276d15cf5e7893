import { postLength } from '../../post-length.ts'
import { type Answer, invalidRequest, ok, problem, refusals } from './answer.ts'
import type { FakeRoute, UserCall } from './call.ts'
import type { FakeTweet } from './fake-state.ts'
import { includes, renderTweet, shown } from './render-tweet.ts'
import { findTweet, type Town, write } from './town.ts'

const known = new Set([
  'text',
  'reply',
  'media',
  'poll',
  'quote_tweet_id',
  'reply_settings',
  'made_with_ai',
  'edit_options',
  'geo',
  'for_super_followers_only',
  'nullcast',
  'direct_message_deep_link',
  'community_id',
  'card_uri',
  'paid_partnership',
  'share_with_followers',
]) // prettier-ignore

interface Draft {
  text: string
  repliedTo: string | null
  mediaIds: string[]
}

function read({ body }: UserCall): Draft {
  const reply = (body.reply ?? {}) as { in_reply_to_tweet_id?: unknown }
  const media = (body.media ?? {}) as { media_ids?: unknown }
  return {
    text: typeof body.text === 'string' ? body.text : '',
    repliedTo: typeof reply.in_reply_to_tweet_id === 'string' ? reply.in_reply_to_tweet_id : null,
    mediaIds: Array.isArray(media.media_ids) ? media.media_ids.map(String) : [],
  }
}

/** Since February 2026 the API lets an account answer only whom it was called by. */
function called(town: Town, parent: FakeTweet, userId: string): boolean {
  const quoted = parent.quoted ? findTweet(town, parent.quoted)?.authorId === userId : false
  return parent.authorId === userId || parent.explicit.includes(userId) || quoted
}

function refuse({ town, user, body }: UserCall, draft: Draft): Answer | undefined {
  const unknown = Object.keys(body).filter((name) => !known.has(name))
  if (unknown.length > 0) return invalidRequest({ [unknown[0] ?? '']: [] }, `[${unknown}] is not a known field`)
  if (draft.text.trim() === '' && draft.mediaIds.length === 0)
    return invalidRequest({ text: [draft.text] }, 'Tweet text or media must be present')
  if (postLength(draft.text).weight > 280) return problem(403, refusals.tooLong)
  for (const id of draft.mediaIds)
    if (!town.state.media.some((media) => media.id === id && media.ownerId === user.id && media.ready))
      return invalidRequest({ 'media.media_ids': [id] }, 'Your media IDs are invalid.')
  if (draft.repliedTo === null) return undefined
  const parent = findTweet(town, draft.repliedTo)
  if (!parent) return problem(403, refusals.gone)
  return called(town, parent, user.id) ? undefined : problem(403, refusals.notCalled)
}

/** The same words by the same account within a day; in a thread, under the same post. */
const duplicateOf = ({ town, user }: UserCall, draft: Draft): FakeTweet | undefined =>
  town.state.tweets.find(
    (tweet) =>
      tweet.authorId === user.id &&
      tweet.text === draft.text.normalize('NFC') &&
      tweet.repliedTo === draft.repliedTo &&
      town.now().getTime() - Date.parse(tweet.createdAt) < 86_400_000,
  )

function create(call: UserCall): Answer {
  const draft = read(call)
  const refusal = refuse(call, draft)
  if (refusal) return refusal
  if (duplicateOf(call, draft)) return problem(403, refusals.duplicate)
  const tweet = write(call.town, call.user, draft)
  return ok({ data: { id: tweet.id, text: shown(call.town, tweet).text, edit_history_tweet_ids: [tweet.id] } }, 201)
}

function remove({ town, user, params }: UserCall): Answer {
  const tweet = findTweet(town, params.id ?? '')
  if (tweet && tweet.authorId !== user.id) return problem(403, refusals.notPermitted)
  if (tweet) town.state.tweets.splice(town.state.tweets.indexOf(tweet), 1)
  return ok({ data: { deleted: tweet !== undefined } })
}

const notFound = (id: string) => ({
  value: id,
  detail: `Could not find tweet with ids: [${id}].`,
  title: 'Not Found Error',
  resource_type: 'tweet',
  parameter: 'ids',
  resource_id: id,
  type: 'https://api.x.com/2/problems/resource-not-found',
})

function byIds({ town, query }: UserCall): Answer {
  const ids = (query.get('ids') ?? '').split(',').filter(Boolean)
  if (ids.length === 0 || ids.length > 100)
    return invalidRequest(
      { ids: [query.get('ids') ?? ''] },
      'The number of values in the `ids` query parameter is invalid',
    )
  const found = ids.flatMap((id) => findTweet(town, id) ?? [])
  const errors = ids.filter((id) => !findTweet(town, id)).map(notFound)
  return ok({
    ...(found.length > 0 ? { data: found.map((tweet) => renderTweet(town, tweet, query)) } : {}),
    ...includes(town, found, query),
    ...(errors.length > 0 ? { errors } : {}),
  })
}

export const tweetRoutes: FakeRoute[] = [
  { method: 'POST', path: '/2/tweets', limit: 100, scope: 'tweet.write', handle: create },
  { method: 'GET', path: '/2/tweets', limit: 5000, scope: 'tweet.read', handle: byIds },
  { method: 'DELETE', path: '/2/tweets/:id', limit: 50, scope: 'tweet.write', handle: remove },
]
