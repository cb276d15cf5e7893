import { blankCitizenMessage } from '../cases/change-citizen-message.ts'
import type { Ctx } from '../platform/ctx.ts'
import { job } from '../platform/queue/queue.ts'
import { transaction } from '../platform/transaction.ts'
import { askX, freshly } from './ask-x.ts'
import { caseSource } from './data/case-source.ts'
import './data/tables.ts'
import { inSeconds, secondsOf } from './setting.ts'
import { lookUp } from './x/client.ts'

/** What X answers about at a time. */
const most = 100

interface Checked {
  id: string
  externalId: string
  latestId: string | null
  conversationId: string
  authorId: string
}

/**
 * Asks X again for messages whose words are kept here: what its author deleted, or no longer shows us, is blanked
 * within 24 hours (X's rules). How often and for how long is asked are settings, for each answer is paid for.
 */
export async function checkDeleted(ctx: Ctx): Promise<void> {
  const accounts = await ctx.db
    .selectFrom('social_account')
    .select('id')
    .where('platform', '=', 'x')
    .where('state', '=', 'connected')
    .execute()
  for (const { id } of accounts) while (await checkSome(ctx, id)) {}
}

/** Whether there may be more. */
async function checkSome(ctx: Ctx, accountId: string): Promise<boolean> {
  const due = await dueMessages(ctx, accountId)
  if (due.length === 0) return false
  const ids = due.map(({ externalId, latestId }) => latestId ?? externalId)
  const answer = await askX(ctx, accountId, (x, token) => lookUp(x, token, ids))
  if (!answer.ok) return false
  const { gone, hidden } = answer.value
  await transaction(freshly(ctx), async (ctx) => {
    for (const message of due) {
      const id = message.latestId ?? message.externalId
      const as = gone.includes(id) ? 'deleted' : hidden.includes(id) ? 'hidden' : null
      if (as) await blank(ctx, accountId, message, as)
    }
    await ctx.db
      .updateTable('message')
      .set({ checked_at: ctx.now })
      .where(
        'id',
        'in',
        due.map(({ id }) => id),
      )
      .execute()
  })
  return due.length === most
}

async function dueMessages(ctx: Ctx, accountId: string): Promise<Checked[]> {
  const days = await secondsOf(ctx, 'recheck-days')
  return ctx.db
    .selectFrom('message')
    .select([
      'id',
      'external_id as externalId',
      'latest_id as latestId',
      'conversation_id as conversationId',
      'author_id as authorId',
    ])
    .where('account_id', '=', accountId)
    .where('gone_at', 'is', null)
    .where('checked_at', '<=', inSeconds(ctx.now, -(await secondsOf(ctx, 'recheck-every'))))
    .where('received_at', '>', inSeconds(ctx.now, -days * 86_400))
    .orderBy('checked_at')
    .limit(most)
    .execute()
}

/** Takes the words away wherever they are kept: the raw event, the message, the case. */
async function blank(ctx: Ctx, accountId: string, message: Checked, as: 'deleted' | 'hidden'): Promise<void> {
  await ctx.db
    .updateTable('message')
    .set({ text: '', gone_at: ctx.now, gone_as: as })
    .where('id', '=', message.id)
    .execute()
  await ctx.db
    .updateTable('channel_event')
    .set({ payload: '{}' })
    .where('account_id', '=', accountId)
    .where((where) =>
      where.or([
        where('external_id', '=', message.externalId),
        where(
          'external_id',
          'in',
          where.selectFrom('message_version').select('external_id').where('message_id', '=', message.id),
        ),
      ]),
    )
    .execute()
  const { externalId } = caseSource(ctx, accountId, message)
  await blankCitizenMessage(ctx, { channel: 'x', externalId, as })
}

export const checkingDeleted = job({ name: 'channels.check-deleted', run: checkDeleted, retries: 1 })
