import { postLength } from '../../post-length.ts'
import { type Answer, invalidRequest, ok, problem, refusals } from './answer.ts'
import type { FakeRoute, UserCall } from './call.ts'
import type { FakeTweet } from './fake-state.ts'
import { includes, renderTweet, shown } from './render-tweet.ts'
import { edit, findTweet, findUser, isVisible, remove, type Town, write } from './town.ts'

/** The fields of the body, and of what stands in them; anything else is an error. */
const known: Record<string, readonly string[] | null> = {
  text: null,
  reply: ['in_reply_to_tweet_id', 'exclude_reply_user_ids', 'auto_populate_reply_metadata'],
  media: ['media_ids', 'tagged_user_ids'],
  poll: ['options', 'duration_minutes', 'reply_settings'],
  quote_tweet_id: null,
  reply_settings: null,
  made_with_ai: null,
  edit_options: ['previous_post_id'],
  geo: ['place_id'],
  for_super_followers_only: null,
  nullcast: null,
  direct_message_deep_link: null,
  community_id: null,
  card_uri: null,
  paid_partnership: null,
  share_with_followers: null,
}

const repliers = ['following', 'mentionedUsers', 'subscribers', 'verified']

function unknownField(body: Record<string, unknown>): string | undefined {
  for (const [name, value] of Object.entries(body)) {
    const inner = known[name]
    if (inner === undefined) return name
    if (inner === null || typeof value !== 'object' || value === null) continue
    const wrong = Object.keys(value).find((one) => !inner.includes(one))
    if (wrong) return `${name}.${wrong}`
  }
  return undefined
}

interface Draft {
  text: string
  repliedTo: string | null
  mediaIds: string[]
  /** The version that this one takes the place of. */
  previous: string | null
}

function read({ body }: UserCall): Draft {
  const reply = (body.reply ?? {}) as { in_reply_to_tweet_id?: unknown }
  const media = (body.media ?? {}) as { media_ids?: unknown }
  const edits = (body.edit_options ?? {}) as { previous_post_id?: unknown }
  return {
    text: typeof body.text === 'string' ? body.text : '',
    repliedTo: typeof reply.in_reply_to_tweet_id === 'string' ? reply.in_reply_to_tweet_id : null,
    mediaIds: Array.isArray(media.media_ids) ? media.media_ids.map(String) : [],
    previous: typeof edits.previous_post_id === 'string' ? edits.previous_post_id : null,
  }
}

/** Since February 2026 the API lets an account answer only whom it was called by. */
function called(town: Town, parent: FakeTweet, userId: string): boolean {
  const quoted = parent.quoted ? findTweet(town, parent.quoted)?.authorId === userId : false
  return parent.authorId === userId || parent.explicit.includes(userId) || quoted
}

function refuse({ town, user, body }: UserCall, draft: Draft): Answer | undefined {
  const unknown = unknownField(body)
  if (unknown !== undefined) return invalidRequest({ [unknown]: [] }, `[${unknown}] is not a known field`)
  if (body.quote_tweet_id !== undefined) return problem(403, refusals.notPermitted)
  if (body.reply_settings !== undefined && !repliers.includes(String(body.reply_settings)))
    return invalidRequest({ reply_settings: [String(body.reply_settings)] }, 'The reply setting is not known')
  if (draft.text.trim() === '' && draft.mediaIds.length === 0)
    return invalidRequest({ text: [draft.text] }, 'Tweet text or media must be present')
  if (postLength(draft.text).weight > 280) return problem(403, refusals.tooLong)
  if (draft.mediaIds.length > 4) return invalidRequest({ 'media.media_ids': draft.mediaIds }, 'At most 4 media')
  for (const id of draft.mediaIds)
    if (!town.state.media.some((media) => media.id === id && media.ownerId === user.id && media.ready))
      return invalidRequest({ 'media.media_ids': [id] }, 'Your media IDs are invalid.')
  if (draft.repliedTo === null) return undefined
  const parent = findTweet(town, draft.repliedTo)
  if (!parent || !isVisible(town, parent, user.id)) return problem(403, refusals.gone)
  return called(town, parent, user.id) ? undefined : problem(403, refusals.notCalled)
}

/** The same words by the same account within a day; in a thread, under the same post. */
const duplicateOf = ({ town, user }: UserCall, draft: Draft): FakeTweet | undefined =>
  town.state.tweets.find(
    (tweet) =>
      tweet.authorId === user.id &&
      !tweet.editedInto &&
      tweet.text === draft.text.normalize('NFC') &&
      tweet.repliedTo === draft.repliedTo &&
      town.now().getTime() - Date.parse(tweet.createdAt) < 86_400_000,
  )

const editable = 3_600_000

/** The author's own post of the last hour that was edited less than five times. */
function toEdit({ town, user }: UserCall, previous: string): FakeTweet | Answer {
  const old = findTweet(town, previous)
  if (!old || old.editedInto) return problem(403, refusals.gone)
  const late = town.now().getTime() - Date.parse(old.createdAt) > editable
  return old.authorId !== user.id || late || (old.versions ?? []).length > 5 ? problem(403, refusals.notPermitted) : old
}

function create(call: UserCall): Answer {
  const draft = read(call)
  const refusal = refuse(call, draft)
  if (refusal) return refusal
  const old = draft.previous === null ? undefined : toEdit(call, draft.previous)
  if (old && 'status' in old) return old
  if (duplicateOf(call, draft)) return problem(403, refusals.duplicate)
  const tweet = old ? edit(call.town, old, draft.text) : write(call.town, call.user, draft)
  const data = {
    id: tweet.id,
    text: shown(call.town, tweet).text,
    edit_history_tweet_ids: tweet.versions ?? [tweet.id],
  }
  return ok({ data }, 201)
}

function take({ town, user, params }: UserCall): Answer {
  const tweet = findTweet(town, params.id ?? '')
  if (tweet && tweet.authorId !== user.id) return problem(403, refusals.notPermitted)
  if (tweet) remove(town, tweet)
  return ok({ data: { deleted: tweet !== undefined } })
}

/** A reply to a post of one's own may be hidden, not another one. */
function hide({ town, user, params, body }: UserCall): Answer {
  const tweet = findTweet(town, params.id ?? '')
  if (typeof body.hidden !== 'boolean') return invalidRequest({ hidden: [String(body.hidden)] }, 'hidden is needed')
  if (!tweet) return problem(404)
  if (findTweet(town, tweet.conversationId)?.authorId !== user.id) return problem(403, refusals.notPermitted)
  tweet.hidden = body.hidden
  return ok({ data: { hidden: tweet.hidden } })
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

/** The author protects the post from this reader. */
const notAllowed = (id: string) => ({
  value: id,
  detail: `Sorry, you are not authorized to see the Tweet with ids: [${id}].`,
  title: 'Authorization Error',
  resource_type: 'tweet',
  parameter: 'ids',
  resource_id: id,
  type: 'https://api.x.com/2/problems/not-authorized-for-resource',
})

function byIds({ town, user, query }: UserCall): Answer {
  const ids = (query.get('ids') ?? '').split(',').filter(Boolean)
  if (ids.length === 0 || ids.length > 100)
    return invalidRequest(
      { ids: [query.get('ids') ?? ''] },
      'The number of values in the `ids` query parameter is invalid',
    )
  const known = ids.map((id) => ({ id, tweet: findTweet(town, id) }))
  const found = known.flatMap(({ tweet }) => (tweet && isVisible(town, tweet, user.id) ? [tweet] : []))
  const errors = known
    .filter(({ tweet }) => !tweet || !found.includes(tweet))
    .map(({ id, tweet }) => (tweet && findUser(town, tweet.authorId)?.protected ? notAllowed(id) : notFound(id)))
  return ok({
    ...(found.length > 0 ? { data: found.map((tweet) => renderTweet(town, tweet, query)) } : {}),
    ...includes(town, found, query),
    ...(errors.length > 0 ? { errors } : {}),
  })
}

export const tweetRoutes: FakeRoute[] = [
  { method: 'POST', path: '/2/tweets', limit: 100, appPerDay: 10_000, scope: 'tweet.write', handle: create },
  { method: 'GET', path: '/2/tweets', limit: 5000, scope: 'tweet.read', handle: byIds },
  { method: 'DELETE', path: '/2/tweets/:id', limit: 50, scope: 'tweet.write', handle: take },
  { method: 'PUT', path: '/2/tweets/:id/hidden', limit: 50, scope: 'tweet.moderate.write', handle: hide },
]
