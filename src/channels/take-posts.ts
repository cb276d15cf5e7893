import { sql } from 'kysely'
import { addCitizenMessages } from '../cases/add-citizen-messages.ts'
import { changeCitizenMessage } from '../cases/change-citizen-message.ts'
import type { Ctx } from '../platform/ctx.ts'
import { newId } from '../platform/id.ts'
import { isRefusal } from '../platform/refusal.ts'
import type { AccountRow } from './data/account-rows.ts'
import { caseSource } from './data/case-source.ts'
import { type Known, knownAs } from './data/message-rows.ts'
import './data/tables.ts'
import type { XPost } from './x/read-post.ts'

/** A mention that opened a case or joined one. */
interface Mention extends XPost {
  authorId: string
}

/**
 * Makes messages and cases of posts that mention an account. Its own posts and reposts open nothing; a further version
 * of a known post changes it. `posts` oldest first; answers the ids of what was new. Inside a transaction that holds
 * the account's row.
 */
export async function takePosts(ctx: Ctx, account: AccountRow, posts: readonly XPost[]): Promise<string[]> {
  const mentions = latestVersions(posts)
    .filter((post): post is Mention => post.authorId !== null && post.authorId !== account.external_id)
    .filter((post) => !post.isRepost)
  const known = await knownAs(
    ctx,
    account.id,
    mentions.flatMap(({ versions }) => versions),
  )
  const isKnown = ({ versions }: XPost) => versions.map((id) => known.get(id)).find((one) => one !== undefined)
  const fresh: Mention[] = []
  for (const mention of mentions) {
    const message = isKnown(mention)
    if (message) await change(ctx, account.id, message, mention)
    else fresh.push(mention)
  }
  await keepMessages(ctx, account, fresh)
  await openCases(ctx, account, fresh)
  return fresh.map(({ id }) => id)
}

/** Of several versions of one post the last one counts. */
function latestVersions(posts: readonly XPost[]): XPost[] {
  const replaced = new Set(posts.flatMap(({ id, versions }) => versions.filter((version) => version !== id)))
  return posts.filter(({ id }) => !replaced.has(id))
}

/** The words of a known message are now these, unless they are of an older version that came late. */
async function change(ctx: Ctx, accountId: string, known: Known, mention: Mention): Promise<void> {
  await keepVersions(ctx, accountId, [{ ...mention, messageId: known.id, ownId: known.externalId }])
  if (known.goneAt !== null || BigInt(mention.id) <= BigInt(known.latestId ?? known.externalId)) return
  await ctx.db
    .updateTable('message')
    .set({ text: mention.text, latest_id: mention.id })
    .where('id', '=', known.id)
    .execute()
  const { externalId } = caseSource(ctx, accountId, { ...mention, externalId: known.externalId })
  const latest = caseSource(ctx, accountId, { ...mention, externalId: mention.id })
  await changeCitizenMessage(ctx, { channel: 'x', externalId, text: wordsOf(mention), url: latest.url ?? null })
}

async function keepMessages(ctx: Ctx, account: AccountRow, mentions: readonly Mention[]): Promise<void> {
  if (mentions.length === 0) return
  const self = account.external_id
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
                         at, received_at, checked_at, callable)
    select id, ${account.id}, ${account.agency_id}, external_id, conversation_id, author_id, replied_to, quoted, text,
           at, ${ctx.now}, ${ctx.now}, callable
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      id uuid, external_id text, conversation_id text, author_id text, replied_to text, quoted text, text text,
      at timestamptz, callable boolean)
    on conflict do nothing`.execute(ctx.db)
  await keepVersions(
    ctx,
    account.id,
    mentions.map((mention, i) => ({ ...mention, messageId: rows[i]?.id ?? '', ownId: mention.id })),
  )
}

/** Under which further ids a message is known; most have none. */
async function keepVersions(
  ctx: Ctx,
  accountId: string,
  messages: readonly { versions: readonly string[]; messageId: string; ownId: string }[],
): Promise<void> {
  const rows = messages.flatMap(({ versions, messageId, ownId }) =>
    versions
      .filter((id) => id !== ownId)
      .map((external_id) => ({ account_id: accountId, external_id, message_id: messageId })),
  )
  if (rows.length === 0) return
  await ctx.db
    .insertInto('message_version')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const wordsOf = ({ text }: XPost): string =>
  text === '' ? '(tanpa teks, hanya gambar atau kutipan)' : text.slice(0, 29_000)

async function openCases(ctx: Ctx, account: AccountRow, mentions: readonly Mention[]): Promise<void> {
  const taken = await addCitizenMessages(
    ctx,
    mentions.map((mention) => ({
      agencyId: account.agency_id,
      channel: 'x',
      kind: 'complaint' as const,
      text: wordsOf(mention),
      reporter: { handle: `id X ${mention.authorId}` },
      receivedAt: mention.createdAt,
      source: caseSource(ctx, account.id, { ...mention, externalId: mention.id }),
    })),
  )
  // One word that cases will not take must not hold up all the others; event and message are kept.
  for (const [i, one] of taken.entries())
    if (isRefusal(one)) ctx.platform.log.error({ mention: mentions[i]?.id, one }, 'a mention did not become a case')
}
