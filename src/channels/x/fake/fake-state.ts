/** Everything the fake X server knows; plain JSON, so that it can be kept in a file and imported. */
export interface FakeState {
  users: FakeUser[]
  tweets: FakeTweet[]
  media: FakeMedia[]
  tokens: FakeToken[]
  webhooks: FakeWebhook[]
  subscriptions: FakeSubscription[]
  /** What was or will be pushed, oldest first; kept for replaying. */
  events: FakeEvent[]
  /** What was charged, by item: how many, and their sum in millionths of a US dollar. */
  bill: Partial<Record<FakeItem, { quantity: number; micros: number }>>
  /** Prepaid credit in US dollars; null: no limit. */
  credits: number | null
  /** The last snowflake given out. */
  lastId: string
}

/** The lines of X's price list that the fake charges for. */
export type FakeItem =
  | 'post-read'
  | 'user-read'
  | 'owned-read'
  | 'post'
  | 'link-post'
  | 'called-reply'
  | 'delete'
  | 'manage'
  | 'media-metadata'
  | 'pushed-event'

export interface FakeUser {
  id: string
  username: string
  name: string
  /** Shown first where one chooses an account to sign in with. */
  agency: boolean
  /** Only followers see what this user writes. */
  protected?: boolean
  suspended?: boolean
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
  /** The post this one spreads; its text is then `RT @...`. */
  reposted?: string | null
  /** User ids the author named in the text. */
  explicit: string[]
  /** User ids named only because X puts them before a reply. */
  implicit: string[]
  mediaIds: string[]
  /** All versions up to this one, oldest first. Absent: never edited. */
  versions?: string[]
  /** The next version; a post that has one is in no timeline any more. */
  editedInto?: string
  hidden?: boolean
}

export interface FakeMedia {
  id: string
  ownerId: string
  type: string
  /** Bytes announced, and bytes there. */
  total?: number
  size: number
  /** Steps of processing still to be asked for; a moving picture takes some. */
  steps?: number
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

export interface FakeWebhook {
  id: string
  url: string
  valid: boolean
  createdAt: string
}

export interface FakeSubscription {
  id: string
  eventType: string
  userId: string
  webhookId: string | null
  tag: string | null
}

/** One thing that happened, as one subscription hears of it. */
export interface FakeEvent {
  subscriptionId: string
  webhookId: string
  at: string
  /** The envelope. */
  data: Record<string, unknown>
  delivered: boolean
}

export const emptyState = (): FakeState => ({
  users: [],
  tweets: [],
  media: [],
  tokens: [],
  webhooks: [],
  subscriptions: [],
  events: [],
  bill: {},
  credits: null,
  lastId: '0',
})
