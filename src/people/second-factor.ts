import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { SessionStage } from '../platform/auth/tables.ts'
import type { Ctx } from '../platform/ctx.ts'
import { dayInWib } from '../platform/time.ts'
import './data/tables.ts'

/** What somebody has besides the password, and whether a role of today asks for it. */
export interface SecondFactor {
  codeApp: boolean
  passkeys: number
  /** Not used yet. */
  recoveryCodes: number
  required: boolean
}

/** What is owed after the right password. A passkey alone counts only where a second factor is required. */
export function owed({ codeApp, passkeys, required }: SecondFactor): SessionStage {
  if (codeApp) return 'code'
  if (!required) return 'open'
  return passkeys > 0 ? 'code' : 'set-up'
}

export async function findSecondFactor(ctx: Ctx, personId: string): Promise<SecondFactor> {
  const counts = await sql<{ codeApp: boolean; passkeys: number; recoveryCodes: number }>`
    select exists (select from second_factor where person_id = ${personId}) as "codeApp",
      (select count(*)::int from passkey where person_id = ${personId}) as passkeys,
      (select count(*)::int from recovery_code where person_id = ${personId} and used_at is null) as "recoveryCodes"`.execute(
    ctx.db,
  )
  const [found] = counts.rows
  return { codeApp: false, passkeys: 0, recoveryCodes: 0, ...found, required: await isRequired(ctx, personId) }
}

async function isRequired(ctx: Ctx, personId: string): Promise<boolean> {
  const roles = await Promise.all(ctx.platform.areas.map(({ rolesOf }) => rolesOf?.(ctx, personId) ?? []))
  const rules = await findSecondFactorRules(ctx, dayInWib(ctx.now))
  return roles.flat().some((role) => rules.get(role) === true)
}

/** Which roles need a second factor on `day`; a role that is missing needs none. */
export async function findSecondFactorRules(ctx: Ctx, day: string): Promise<Map<string, boolean>> {
  const rows = await ctx.db
    .selectFrom('second_factor_rule')
    .select(['role', 'required'])
    .where('from_day', '<=', day)
    .orderBy('from_day')
    .execute()
  return new Map(rows.map(({ role, required }) => [role, required]))
}

const file = new URL('../../db/data/second-factor-rules.json', import.meta.url)

/** Brings the rules that ship into the database. What is there already stays as it is. */
export async function seedSecondFactorRules(ctx: Ctx): Promise<void> {
  const shipped: { role: string; from: string; required: boolean }[] = JSON.parse(readFileSync(file, 'utf8'))
  await ctx.db
    .insertInto('second_factor_rule')
    .values(shipped.map(({ role, from, required }) => ({ role, from_day: from, required })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Asks no role for a second factor from `day` on: for an example city, whose sign-ins are printed for everybody. */
export async function waiveSecondFactor(ctx: Ctx, day: string): Promise<void> {
  await ctx.db
    .insertInto('second_factor_rule')
    .columns(['role', 'from_day', 'required'])
    .expression((from) =>
      from
        .selectFrom('second_factor_rule')
        .select(['role', sql<string>`${day}::date`.as('from_day'), sql<boolean>`false`.as('required')])
        .groupBy('role'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
