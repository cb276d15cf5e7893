/** Everything the fake X server knows; plain JSON, so that it can be kept in a file and imported. */
export interface FakeState {
  users: FakeUser[]
  tweets: FakeTweet[]
  media: FakeMedia[]
  tokens: FakeToken[]
  /** Prepaid credit in US dollars; null: no limit. */
  credits: number | null
  /** The last snowflake given out. */
  lastId: string
}

export interface FakeUser {
  id: string
  username: string
  name: string
  /** Shown first where one chooses an account to sign in with. */
  agency: boolean
}

export interface FakeTweet {
  id: string
  authorId: string
  /** As the author wrote it; the handles X puts before a reply stand in `implicit`. */
  text: string
  createdAt: string
  conversationId: string
  repliedTo: string | null
  quoted: string | null
  /** User ids the author named in the text. */
  explicit: string[]
  /** User ids named only because X puts them before a reply. */
  implicit: string[]
  mediaIds: string[]
}

export interface FakeMedia {
  id: string
  ownerId: string
  type: string
  size: number
  ready: boolean
  alt: string | null
}

export interface FakeToken {
  access: string
  refresh: string | null
  userId: string
  scope: string
  /** RFC 3339. */
  expires: string
}

export const emptyState = (): FakeState => ({
  users: [],
  tweets: [],
  media: [],
  tokens: [],
  credits: null,
  lastId: '0',
})
