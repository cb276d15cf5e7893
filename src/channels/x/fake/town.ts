import twitterText from 'twitter-text'
import { emptyState, type FakeState, type FakeTweet, type FakeUser } from './fake-state.ts'
import { indexed } from './indexed.ts'
import { keeper } from './keeper.ts'
import { snowflake } from './snowflake.ts'

/** The inside of the fake X: its people and posts, and what may be done with them. */
export interface Town {
  state: FakeState
  /** X's clock: may be some minutes away from everybody else's. */
  now: () => Date
  /** Writes the state to its file, if it has one. */
  keep: () => void
  /** Takes over the file if nothing has happened here yet. */
  wake: () => void
  /** Hears of every post that was written. */
  written: (tweet: FakeTweet) => void
}

export function openTown(options: { statePath?: string | undefined; clock?: (() => Date) | undefined }): Town {
  const { load, save } = keeper(options.statePath)
  const town: Town = {
    state: emptyState(),
    now: options.clock ?? (() => new Date()),
    keep: () => save(town.state),
    wake: () => {
      if (town.state.lastId === '0') town.state = { ...town.state, ...load() }
    },
    written: () => {},
  }
  town.wake()
  return town
}

export function nextId(town: Town): string {
  town.state.lastId = snowflake(town.now(), town.state.lastId)
  return town.state.lastId
}

const userById = indexed<FakeUser>(({ id }) => id)
const userByHandle = indexed<FakeUser>(({ username }) => username.toLowerCase())
const tweetById = indexed<FakeTweet>(({ id }) => id)

export const findUser = (town: Town, id: string): FakeUser | undefined => userById(town.state.users, id)

export const findHandle = (town: Town, handle: string): FakeUser | undefined =>
  userByHandle(town.state.users, handle.replace(/^@/, '').toLowerCase())

export const findTweet = (town: Town, id: string): FakeTweet | undefined => tweetById(town.state.tweets, id)

/** Whether `reader` gets to see it: suspended authors are seen by nobody, protected ones by themselves. */
export function isVisible(town: Town, tweet: FakeTweet, readerId: string): boolean {
  const author = findUser(town, tweet.authorId)
  return author?.id === readerId || (author !== undefined && !author.protected && !author.suspended)
}

/** The user with this handle, made on first sight. `@` is optional; case does not count. */
export function userOf(town: Town, handle: string, agency = false): FakeUser {
  const username = handle.replace(/^@/, '')
  const known = findHandle(town, username)
  if (known) return known
  const user = { id: nextId(town), username, name: username.replaceAll('_', ' '), agency }
  town.state.users.push(user)
  return user
}

export interface Writing {
  text: string
  repliedTo?: string | null
  quoted?: string | null
  /** Spreads this post; `text` is then not looked at. */
  reposted?: string | null
  mediaIds?: string[]
}

/** Puts a post into the town. Handles before a reply are implicit, as when a person presses "reply" in X. */
export function write(town: Town, author: FakeUser, writing: Writing): FakeTweet {
  const id = nextId(town)
  const spread = writing.reposted ? findTweet(town, writing.reposted) : undefined
  const text = spread ? `RT @${findUser(town, spread.authorId)?.username}: ${spread.text}` : writing.text
  const parent = writing.repliedTo ? findTweet(town, writing.repliedTo) : undefined
  const explicit = twitterText.extractMentions(text).map((handle) => userOf(town, handle).id)
  const before = parent ? [parent.authorId, ...parent.implicit, ...parent.explicit] : []
  const tweet: FakeTweet = {
    id,
    authorId: author.id,
    text: text.normalize('NFC'),
    createdAt: town.now().toISOString(),
    conversationId: parent?.conversationId ?? id,
    repliedTo: parent?.id ?? null,
    quoted: writing.quoted ?? null,
    ...(spread && { reposted: spread.id }),
    explicit: [...new Set(explicit)],
    implicit: [...new Set(before)].filter((user) => user !== author.id && !explicit.includes(user)),
    mediaIds: writing.mediaIds ?? [],
  }
  town.state.tweets.push(tweet)
  town.written(tweet)
  return tweet
}

/** A new version of a post: a new id that knows all earlier ones. */
export function edit(town: Town, old: FakeTweet, text: string): FakeTweet {
  const id = nextId(town)
  const explicit = twitterText.extractMentions(text).map((handle) => userOf(town, handle).id)
  const tweet: FakeTweet = {
    ...old,
    id,
    text: text.normalize('NFC'),
    explicit: [...new Set(explicit)],
    versions: [...(old.versions ?? [old.id]), id],
  }
  old.editedInto = id
  town.state.tweets.push(tweet)
  town.written(tweet)
  return tweet
}

/** Takes a post away with all its versions. */
export function remove(town: Town, tweet: FakeTweet): void {
  const chain = new Set([...(tweet.versions ?? []), tweet.id])
  for (let next = tweet.editedInto; next; next = findTweet(town, next)?.editedInto) chain.add(next)
  town.state.tweets = town.state.tweets.filter(({ id }) => !chain.has(id))
}
