import { sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { monthInWib } from '../platform/time.ts'
import { transaction } from '../platform/transaction.ts'
import { saveTurns } from './data/turn-rows.ts'
import { advance, type CountedEvent, type Turn } from './turns.ts'

const batch = 1000

/**
 * Makes the turns of all cases that have none, from their events: for installations that were there before the table.
 * Doing it again changes nothing. Answers of how many cases.
 */
export async function fillTurns(ctx: Ctx): Promise<number> {
  if (await isFilled(ctx)) return 0
  let filled = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const done = await transaction(ctx, async (ctx) => {
      // Locked as an officer's act locks it: nobody changes the case meanwhile.
      const { rows } = await sql<{ id: string }>`
        select id from cases
        where id > ${after}::uuid and not exists (select from turn where turn.case_id = cases.id)
        order by id limit ${batch} for update`.execute(ctx.db)
      await fillTurnsOf(
        ctx,
        rows.map(({ id }) => id),
      )
      return { last: rows.at(-1)?.id, count: rows.length }
    })
    filled += done.count
    if (done.last === undefined) return markFilled(ctx, filled)
    after = done.last
  }
}

/** Whether the turns of older cases are there; until then the figures are too small. */
export async function isFilled(ctx: Ctx): Promise<boolean> {
  return (await ctx.db.selectFrom('turn_filling').select('done_at').executeTakeFirst()) !== undefined
}

async function markFilled(ctx: Ctx, filled: number): Promise<number> {
  await ctx.db
    .insertInto('turn_filling')
    .values({ done_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return filled
}

/** Makes the turns of these cases anew from their whole log, with every version a month's end has seen. */
export async function fillTurnsOf(ctx: Ctx, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  const { rows } = await sql<CountedEvent>`
    select thing_id as "caseId", agency_id as "agencyId", at, action, after from event
    where thing = 'case' and thing_id = any(${caseIds}::text[]) order by id`.execute(ctx.db)
  for (const versions of versionsOf(rows)) await saveTurns(ctx, versions)
}

/**
 * What the table holds had it been there from the first event: per turn the last state of each month in which it
 * changed. In rounds that hold each turn once, the earlier versions first.
 */
export function versionsOf(events: readonly CountedEvent[]): { turn: Turn; knownFrom: string }[][] {
  const latest = new Map<string, Turn>()
  const versions = new Map<string, Map<string, Turn>>()
  for (const event of events)
    for (const turn of advance(latest.get(event.caseId), event)) {
      latest.set(event.caseId, turn)
      const key = `${turn.caseId} ${turn.number}`
      const ofTurn = versions.get(key) ?? new Map<string, Turn>()
      versions.set(key, ofTurn.set(`${monthInWib(event.at)}-01`, turn))
    }
  const rounds: { turn: Turn; knownFrom: string }[][] = []
  for (const ofTurn of versions.values())
    [...ofTurn]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .forEach(([knownFrom, turn], round) => {
        const known = { turn, knownFrom }
        if (rounds[round]) rounds[round].push(known)
        else rounds[round] = [known]
      })
  return rounds
}
