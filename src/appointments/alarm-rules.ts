import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ctx } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import type { AlarmDays } from './alarm.ts'
import './data/tables.ts'

const file = join(import.meta.dirname, '../../db/data/alarm-rules.json')

/** Loads the rules that ship; those that are there stay as the city set them. */
export async function seedAlarmRules(ctx: Ctx): Promise<void> {
  const rules = JSON.parse(readFileSync(file, 'utf8')) as { kind: string; days: number; from: string }[]
  await ctx.db
    .insertInto('alarm_rule')
    .values(rules.map(({ kind, days, from }) => ({ kind, days, from_day: from })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The days in force today. Throws where a rule is missing: that is an unseeded installation. */
export async function findAlarmDays(ctx: Ctx): Promise<AlarmDays> {
  const rows = await ctx.db
    .selectFrom('alarm_rule')
    .select(['kind', 'days'])
    .where('from_day', '<=', dayInWib(ctx.now))
    .orderBy('from_day')
    .execute()
  const days = new Map(rows.map(({ kind, days }) => [kind, days]))
  const of = (kind: string): number => {
    const found = days.get(kind)
    if (found === undefined) throw new Error(`no alarm rule ${kind}: run "bin/kentongan seed"`)
    return found
  }
  return {
    endingSoon: of('ending-soon'),
    silent: of('silent'),
    idleWarning: of('idle-warning'),
    idleLock: of('idle-lock'),
    escalation: of('escalation'),
  }
}
