import type { Ctx } from '../platform/ctx.ts'
import type { Upload } from '../platform/http/route.ts'
import type { Platform } from './account.ts'
import type { ChannelAnswer } from './ask-x.ts'

/** One text on its way out. */
export interface Outgoing {
  accountId: string
  text: string
  /** The platform's id of what it answers or continues. */
  inReplyTo: string | null
  /** What `upload` gave, in order. */
  mediaIds: readonly string[]
  /** The same for every try to carry out one intent. */
  key: string
  purpose: 'broadcast' | 'answer' | 'continuation'
}

/** What the account itself has published. */
export interface OwnPost {
  id: string
  text: string
  createdAt: Date
  repliedTo: string | null
}

/** A citizen's word, as a platform brought it. */
export interface Word {
  externalId: string
  /** Words with one of these and one author are one conversation, so one case. */
  conversationId: string
  authorId: string
  /** Kept sealed with the case. */
  reporter: { handle?: string; name?: string; contact?: string }
  /** Where the platform has such a thing. */
  subject?: string
  /** Plain text; what was quoted of earlier words is left out. */
  text: string
  at: Date
  url: string | null
  repliedTo: string | null
  files: readonly Upload[]
  /** As it came, kept as evidence. */
  raw: unknown
}

export interface Fetched {
  words: Word[]
  /** Up to which all is in: given back at the next look. */
  mark: string | null
}

/**
 * What the house asks of a platform. All calls run outside a transaction, never throw for what the network or the
 * platform does, and never try twice what may have changed something.
 */
export interface Adapter {
  platform: Platform
  /**
   * How the platform counts a text (in the browser: by X's weight, or by letters with a link as 23), and the most one may
   * hold; null: without limit.
   */
  length: { of: (text: string) => number; by: 'weight' | 'letters'; most: number } | null
  /** Whether it is paid for by the call (`channel-price.ts`). */
  billed: boolean
  /** The value is the platform's id of what was published. */
  send: (ctx: Ctx, outgoing: Outgoing) => Promise<ChannelAnswer<string>>
  /**
   * For how many seconds after the first try the same key sends nothing twice, so that a lost answer may be settled by
   * sending again; 0: never, only looking settles it.
   */
  sameKeySeconds: number
  /** What the account published since; null where nobody can look. */
  ownSince: ((ctx: Ctx, accountId: string, since: Date) => Promise<ChannelAnswer<OwnPost[]>>) | null
  /** Uploads a picture with the words for those who do not see it; null where the platform takes none from us. */
  upload:
    | ((ctx: Ctx, accountId: string, picture: { bytes: Buffer; alt: string }) => Promise<ChannelAnswer<string>>)
    | null
  /**
   * What was said to the account since `mark`. Null where words come another way: X's are paid for by the page, pushed
   * and edited (`look-for-mentions.ts`); mail is brought by the city's mail server (`listen-for-mail.ts`).
   */
  fetchNew: ((ctx: Ctx, accountId: string, mark: string | null) => Promise<ChannelAnswer<Fetched>>) | null
}
