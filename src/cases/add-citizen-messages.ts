import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { cleanText } from '../platform/http/read-form.ts'
import { isRefusal, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { addCitizenMessage, type TakenIn } from './add-citizen-message.ts'
import { refuseText } from './case-text.ts'
import './data/tables.ts'
import { type CaseSource, type OpenCase, openAll } from './open-case.ts'

type Word = OpenCase & { source: CaseSource }

/**
 * `addCitizenMessage` for many words at once, in one transaction; the answers stand in the order of the inputs. Those
 * that begin a conversation, most by far, are opened together; the others follow one by one, in their order.
 */
export async function addCitizenMessages(ctx: Ctx, words: readonly Word[]): Promise<(TakenIn | Refusal)[]> {
  return transaction(ctx, async (ctx) => {
    const begun = await lockConversations(ctx, words)
    const first = words.filter(({ text, source }) => {
      if (ctx.actor.kind === 'public' || refuseText(cleanText(text), 'Pesan')) return false
      const key = keyOf(source)
      if (key === null) return true
      if (begun.has(key)) return false
      begun.add(key)
      return true
    })
    const opened = new Map((await openAll(ctx, first)).map((one, i) => [first[i], one]))
    const answers: (TakenIn | Refusal)[] = []
    for (const word of words) {
      const one = opened.get(word)
      if (!one) answers.push(await addCitizenMessage(ctx, word))
      else answers.push(isRefusal(one) ? one : { case: one.case, outcome: one.isNew ? 'opened' : 'known' })
    }
    return answers
  })
}

const keyOf = ({ channel, conversationKey }: CaseSource): string | null =>
  conversationKey ? `${channel} ${conversationKey}` : null

/** Locks these conversations, in one order for all, as `addCitizenMessage` does; answers those that have a case. */
async function lockConversations(ctx: Ctx, words: readonly Word[]): Promise<Set<string>> {
  const keys = [...new Set(words.flatMap(({ source }) => keyOf(source) ?? []))]
  if (keys.length === 0) return new Set()
  await sql`
    select pg_advisory_xact_lock(lock) from (
      select distinct hashtextextended(key, 0) as lock from unnest(${keys}::text[]) as key order by lock
    ) as locks`.execute(ctx.db)
  const { rows } = await sql<{ key: string }>`
    select distinct channel || ' ' || conversation_key as key from cases
    where channel = any(${[...new Set(words.map(({ source }) => source.channel))]}::text[])
      and conversation_key = any(${words.flatMap(({ source }) => source.conversationKey ?? [])}::text[])`.execute(
    ctx.db,
  )
  return new Set(rows.map(({ key }) => key))
}
