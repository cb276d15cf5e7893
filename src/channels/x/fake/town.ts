import twitterText from 'twitter-text'
import { emptyState, type FakeState, type FakeTweet, type FakeUser } from './fake-state.ts'
import { keeper } from './keeper.ts'
import { snowflake } from './snowflake.ts'

/** The inside of the fake X: its people and posts, and what may be done with them. */
export interface Town {
  state: FakeState
  now: () => Date
  /** Writes the state to its file, if it has one. */
  keep: () => void
  /** Takes over the file if nothing has happened here yet. */
  wake: () => void
}

export function openTown(options: { statePath?: string | undefined; clock?: (() => Date) | undefined }): Town {
  const { load, save } = keeper(options.statePath)
  const town: Town = {
    state: emptyState(),
    now: options.clock ?? (() => new Date()),
    keep: () => save(town.state),
    wake: () => {
      if (town.state.lastId === '0') town.state = load() ?? town.state
    },
  }
  town.wake()
  return town
}

export function nextId(town: Town): string {
  town.state.lastId = snowflake(town.now(), town.state.lastId)
  return town.state.lastId
}

export const findUser = (town: Town, id: string): FakeUser | undefined =>
  town.state.users.find((user) => user.id === id)

export const findTweet = (town: Town, id: string): FakeTweet | undefined =>
  town.state.tweets.find((tweet) => tweet.id === id)

/** The user with this handle, made on first sight. `@` is optional; case does not count. */
export function userOf(town: Town, handle: string, agency = false): FakeUser {
  const username = handle.replace(/^@/, '')
  const known = town.state.users.find((user) => user.username.toLowerCase() === username.toLowerCase())
  if (known) return known
  const user = { id: nextId(town), username, name: username.replaceAll('_', ' '), agency }
  town.state.users.push(user)
  return user
}

export interface Writing {
  text: string
  repliedTo?: string | null
  quoted?: string | null
  mediaIds?: string[]
}

/** Puts a post into the town. Handles before a reply are implicit, as when a person presses "reply" in X. */
export function write(town: Town, author: FakeUser, writing: Writing): FakeTweet {
  const id = nextId(town)
  const parent = writing.repliedTo ? findTweet(town, writing.repliedTo) : undefined
  const explicit = twitterText.extractMentions(writing.text).map((handle) => userOf(town, handle).id)
  const before = parent ? [parent.authorId, ...parent.implicit, ...parent.explicit] : []
  const tweet: FakeTweet = {
    id,
    authorId: author.id,
    text: writing.text.normalize('NFC'),
    createdAt: town.now().toISOString(),
    conversationId: parent?.conversationId ?? id,
    repliedTo: parent?.id ?? null,
    quoted: writing.quoted ?? null,
    explicit: [...new Set(explicit)],
    implicit: [...new Set(before)].filter((user) => user !== author.id && !explicit.includes(user)),
    mediaIds: writing.mediaIds ?? [],
  }
  town.state.tweets.push(tweet)
  return tweet
}
