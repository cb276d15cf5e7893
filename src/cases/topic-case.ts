import { refuseUnless } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { record } from '../platform/events.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { isId, newId } from '../platform/id.ts'
import { invalid, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { refuseText } from './case-text.ts'
import { lockCase } from './data/case-rows.ts'
import './data/tables.ts'

/** One matter that many write about. */
export interface Topic {
  id: string
  name: string
}

/**
 * Puts a case under a topic: the one with `topicId`, the topic of the case `with` (which begins one when it has none),
 * or a new one called `name`. Each case keeps its ticket and gets its own answer.
 */
export async function putUnderTopic(
  ctx: Ctx,
  input: { ticket: string; topicId: string; name: string; with?: string | undefined },
): Promise<Topic | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, input.ticket)
    const refusal = refuseUnless(ctx.actor, 'case.work', found.agency_id)
    if (refusal) return refusal
    const topic = input.with
      ? await topicOf(ctx, input.with)
      : input.topicId
        ? await findTopicRow(ctx, input.topicId)
        : await beginTopic(ctx, input.name)
    if (!topic) return invalid({ topicId: 'Pilih topik dari daftar.' })
    if ('refusal' in topic) return topic
    if (topic.id === found.topic_id) return topic
    await ctx.db.updateTable('cases').set({ topic_id: topic.id }).where('id', '=', found.id).execute()
    await record(ctx, 'case.topic-set', {
      thing: 'case',
      id: found.id,
      agencyId: found.agency_id,
      before: { topicId: found.topic_id },
      after: { topicId: topic.id, topic: topic.name },
    })
    return topic
  })
}

/** Takes a case out of its topic. */
export async function leaveTopic(ctx: Ctx, ticket: string): Promise<{ ticket: string } | Refusal> {
  return transaction(ctx, async (ctx) => {
    const found = await lockCase(ctx, ticket)
    const refusal = refuseUnless(ctx.actor, 'case.work', found.agency_id)
    if (refusal) return refusal
    if (found.topic_id === null) return { ticket }
    const topic = await findTopicRow(ctx, found.topic_id)
    await ctx.db.updateTable('cases').set({ topic_id: null }).where('id', '=', found.id).execute()
    await record(ctx, 'case.topic-left', {
      thing: 'case',
      id: found.id,
      agencyId: found.agency_id,
      before: { topicId: found.topic_id },
      after: { topicId: null, topic: topic?.name ?? '' },
    })
    return { ticket }
  })
}

const findTopicRow = async (ctx: Ctx, id: string): Promise<Topic | undefined> =>
  isId(id)
    ? ctx.db.selectFrom('topic').select(['id', 'name']).where('id', '=', id).executeTakeFirst()
    : Promise.resolve(undefined)

async function beginTopic(ctx: Ctx, given: string): Promise<Topic | Refusal> {
  const name = cleanText(given).replace(/\s+/g, ' ')
  const wrong = refuseText(name, 'Nama topik', 100, 5)
  if (wrong) return invalid({ name: wrong })
  const id = newId()
  const created_by = 'name' in ctx.actor ? (ctx.actor.name ?? '') : ''
  await ctx.db.insertInto('topic').values({ id, name, created_at: ctx.now, created_by }).execute()
  return { id, name }
}

/** The topic of another case the actor may see; it begins one, called as that case is, when it has none. */
async function topicOf(ctx: Ctx, ticket: string): Promise<Topic | Refusal | undefined> {
  const other = await lockCase(ctx, ticket)
  if (other.topic_id !== null) return findTopicRow(ctx, other.topic_id)
  const name = [...other.subject].length >= 5 ? other.subject : `Topik ${other.ticket}`
  const begun = await beginTopic(ctx, name)
  if ('refusal' in begun) return begun
  const put = await putUnderTopic(ctx, { ticket, topicId: begun.id, name: '' })
  return put
}
