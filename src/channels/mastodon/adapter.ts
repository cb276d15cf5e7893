import type { Ctx } from '../../platform/ctx.ts'
import { transaction } from '../../platform/transaction.ts'
import type { Adapter, Word } from '../adapter.ts'
import { type ChannelAnswer, freshly } from '../ask-x.ts'
import { readAccount } from '../data/account-rows.ts'
import { openTokens } from '../data/sealed-tokens.ts'
import { disconnectAccount } from '../disconnect-account.ts'
import { inSeconds, secondsOf } from '../setting.ts'
import type { XAnswer } from '../x/x-error.ts'
import type { MastodonConnection } from './call-mastodon.ts'
import { mentionsPage, postStatus, statusesOf, uploadPicture } from './client.ts'
import type { Notification, Visibility } from './read-status.ts'
import '../data/tables.ts'

/** Characters of a status on a server that has not changed it; a link counts as 23. */
const longest = 500
/** Pages of one look; the next look goes on where it stopped. */
const mostPages = 25

/** What a server keeps of an answer's addressee, in the raw word it answers. */
interface Raw {
  acct: string
  visibility: Visibility
}

export const mastodonAdapter: Adapter = {
  platform: 'mastodon',
  // Servers remember an Idempotency-Key for an hour; some minutes are left for clocks that differ.
  sameKeySeconds: 3000,

  length: { of: (text) => [...text.replace(/https?:\/\/\S+/g, 'x'.repeat(23))].length, by: 'letters', most: longest },
  billed: false,

  async send(ctx, { accountId, text, inReplyTo, mediaIds, key, purpose }) {
    const to = purpose === 'answer' && inReplyTo ? await addressee(ctx, accountId, inReplyTo) : undefined
    return ask(ctx, accountId, (mastodon) =>
      postStatus(
        mastodon,
        {
          // Without its name in the words, nobody is told of an answer.
          text: to ? `@${to.acct} ${text}` : text,
          inReplyTo,
          visibility: to ? answerVisibility(to.visibility) : 'public',
          mediaIds,
        },
        key,
      ),
    )
  },

  upload: (ctx, accountId, picture) => ask(ctx, accountId, (mastodon) => uploadPicture(mastodon, picture)),

  async ownSince(ctx, accountId, since) {
    const answer = await ask(ctx, accountId, (mastodon, userId) => statusesOf(mastodon, userId, since))
    if (!answer.ok) return answer
    const own = answer.value.map(({ id, text, at, repliedTo }) => ({
      id,
      text: repliedTo === null ? text : text.replace(/^(\s*@\S+\s+)+/, ''),
      createdAt: at,
      repliedTo,
    }))
    return { ok: true, value: own }
  },

  async fetchNew(ctx, accountId, mark) {
    const mentions: Notification[] = []
    let newest = mark
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await ask(ctx, accountId, (mastodon) => mentionsPage(mastodon, newest))
      if (!answer.ok) return answer
      mentions.push(...answer.value.mentions)
      if (answer.value.mentions.length === 0) break
      newest = answer.value.newest
      // The first look takes the newest page alone.
      if (mark === null) break
    }
    const oldest = inSeconds(ctx.now, -(await secondsOf(ctx, 'first-mentions')))
    const { external_id } = await readAccount(ctx, accountId)
    const words = mentions
      .filter(({ status }) => status.account.id !== external_id && !status.isRepost)
      .filter(({ status }) => mark !== null || status.at >= oldest)
      .sort((a, b) => a.status.at.getTime() - b.status.at.getTime())
      .map(({ status }) => status)
    const placed: Word[] = []
    for (const status of words)
      placed.push({
        externalId: status.id,
        conversationId: await conversationOf(ctx, accountId, status, placed),
        authorId: status.account.id,
        reporter: { handle: status.account.acct },
        text: status.text === '' ? '(tanpa teks, hanya gambar)' : status.text.slice(0, 29_000),
        at: status.at,
        url: status.url,
        repliedTo: status.repliedTo,
        files: [],
        raw: { acct: status.account.acct, visibility: status.visibility } satisfies Raw,
      })
    return { ok: true, value: { words: placed, mark: newest } }
  },
}

/** Never more open than what it answers, and out of the public timelines. */
const answerVisibility = (asked: Visibility): Visibility => (asked === 'public' ? 'unlisted' : asked)

/**
 * Servers do not tell what conversation a status belongs to, only what it answers: a word of ours or of a citizen that
 * is known has one already; anything else begins a new one.
 */
async function conversationOf(
  ctx: Ctx,
  accountId: string,
  { id, repliedTo }: { id: string; repliedTo: string | null },
  before: readonly Word[],
): Promise<string> {
  if (repliedTo === null) return id
  const justNow = before.find(({ externalId }) => externalId === repliedTo)
  if (justNow) return justNow.conversationId
  const ours = await ctx.db
    .selectFrom('post')
    .select('in_reply_to')
    .where('account_id', '=', accountId)
    .where('external_id', '=', repliedTo)
    .executeTakeFirst()
  const asked = ours?.in_reply_to ?? repliedTo
  const known = await ctx.db
    .selectFrom('message')
    .select('conversation_id')
    .where('account_id', '=', accountId)
    .where('external_id', '=', asked)
    .executeTakeFirst()
  return known?.conversation_id ?? repliedTo
}

async function addressee(ctx: Ctx, accountId: string, externalId: string): Promise<Raw | undefined> {
  const row = await ctx.db
    .selectFrom('channel_event')
    .select('payload')
    .where('account_id', '=', accountId)
    .where('external_id', '=', externalId)
    .executeTakeFirst()
  const { raw } = (row?.payload ?? {}) as { raw?: Raw }
  return raw
}

/** Asks in the name of an account. Servers' tokens do not end; one that is refused was taken back by somebody. */
async function ask<T>(
  ctx: Ctx,
  accountId: string,
  call: (mastodon: MastodonConnection, userId: string) => Promise<XAnswer<T>>,
): Promise<ChannelAnswer<T>> {
  const { state, server, tokens, external_id } = await readAccount(ctx, accountId)
  if (state !== 'connected' || server === null || tokens === null || external_id === null)
    return { ok: false, error: { kind: 'disconnected' } }
  const token = openTokens(ctx, tokens).accessToken
  const answer = await call({ server, token, clock: ctx.platform.clock }, external_id)
  if (!answer.ok && answer.error.kind === 'unauthorized')
    await transaction(freshly(ctx), (ctx) => disconnectAccount(ctx, accountId))
  return answer
}
