import { sql } from 'kysely'
import { addCitizenMessage } from '../cases/add-citizen-message.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { newId } from '../platform/id.ts'
import { isRefusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import type { SocialAccount } from './account.ts'
import { lockAccount } from './data/account-rows.ts'
import { caseSource } from './data/case-source.ts'
import './data/tables.ts'
import type { XPost } from './x/read-post.ts'

/** A mention that opened a case or joined one. */
interface Mention extends XPost {
  authorId: string
}

/**
 * Takes in what X showed of an account's mentions: raw event, message and case in one transaction, each exactly once
 * however often and by however many at a time it is brought. The account's own posts and reposts open nothing. Ends
 * with the mark up to which all is in.
 *
 * `posts` in any order; they must be all that X has between the account's mark and the newest of them. Answers how
 * many were new.
 */
export async function takeMentions(
  ctx: Ctx,
  account: Pick<SocialAccount, 'id'>,
  posts: readonly XPost[],
): Promise<number> {
  if (posts.length === 0) return 0
  return transaction(ctx, async (ctx) => {
    const { agency_id: agencyId, external_id: self, mentions_until } = await lockAccount(ctx, account.id)
    const fresh = await keepRaw(ctx, account.id, posts)
    const mentions = [...posts]
      .filter((post): post is Mention => post.authorId !== null && fresh.has(post.id))
      .filter((post) => post.authorId !== self && !post.isRepost)
      .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    await keepMessages(ctx, account.id, agencyId, self, mentions)
    for (const mention of mentions) await openCaseOf(ctx, account.id, agencyId, mention)
    await saveMark(ctx, account.id, mentions_until, posts)
    if (mentions.length > 0)
      await record(ctx, 'messages.received', {
        thing: 'account',
        id: account.id,
        agencyId,
        after: { count: mentions.length, newest: mentions.at(-1)?.id },
      })
    return mentions.length
  })
}

/** Writes what came as it came; answers the ids that were not known. */
async function keepRaw(ctx: Ctx, accountId: string, posts: readonly XPost[]): Promise<Set<string>> {
  const rows = JSON.stringify(posts.map((post) => ({ id: post.id, payload: post })))
  const { rows: kept } = await sql<{ external_id: string }>`
    insert into channel_event (account_id, external_id, payload, received_at)
    select ${accountId}, id, payload, ${ctx.now} from jsonb_to_recordset(${rows}::jsonb) as row (id text, payload jsonb)
    on conflict do nothing
    returning external_id`.execute(ctx.db)
  return new Set(kept.map(({ external_id }) => external_id))
}

async function keepMessages(
  ctx: Ctx,
  accountId: string,
  agencyId: string,
  self: string | null,
  mentions: readonly Mention[],
): Promise<void> {
  if (mentions.length === 0) return
  const rows = mentions.map((mention) => ({
    id: newId(),
    external_id: mention.id,
    conversation_id: mention.conversationId,
    author_id: mention.authorId,
    replied_to: mention.repliedTo,
    quoted: mention.quoted,
    text: mention.text,
    at: mention.createdAt,
    callable: mention.quoted !== null || (self !== null && mention.named.includes(self)),
  }))
  await sql`
    insert into message (id, account_id, agency_id, external_id, conversation_id, author_id, replied_to, quoted, text,
                         at, received_at, callable)
    select id, ${accountId}, ${agencyId}, external_id, conversation_id, author_id, replied_to, quoted, text, at,
           ${ctx.now}, callable
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      id uuid, external_id text, conversation_id text, author_id text, replied_to text, quoted text, text text,
      at timestamptz, callable boolean)
    on conflict do nothing`.execute(ctx.db)
}

async function openCaseOf(ctx: Ctx, accountId: string, agencyId: string, mention: Mention): Promise<void> {
  const taken = await addCitizenMessage(ctx, {
    agencyId,
    channel: 'x',
    kind: 'complaint',
    text: mention.text === '' ? '(tanpa teks, hanya gambar atau kutipan)' : mention.text.slice(0, 29_000),
    reporter: { handle: `id X ${mention.authorId}` },
    receivedAt: mention.createdAt,
    source: caseSource(ctx, accountId, { ...mention, externalId: mention.id }),
  })
  // One word that cases will not take must not hold up all the others; event and message are kept.
  if (isRefusal(taken)) ctx.platform.log.error({ mention: mention.id, taken }, 'a mention did not become a case')
}

/** The mark never goes back, and is compared as the number it is. */
async function saveMark(ctx: Ctx, accountId: string, mark: string | null, posts: readonly XPost[]): Promise<void> {
  const newest = posts.reduce((most, { id }) => (BigInt(id) > most ? BigInt(id) : most), BigInt(mark ?? 0))
  await ctx.db
    .updateTable('social_account')
    .set({ mentions_until: String(newest) })
    .where('id', '=', accountId)
    .execute()
}
