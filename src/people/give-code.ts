import { endSession, findHalfSession } from '../platform/auth/sessions.ts'
import { giveBack, takeTry } from '../platform/auth/sign-in-limit.ts'
import type { Ctx } from '../platform/ctx.ts'
import { invalid, isRefusal, Missing, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { confirmCodeApp, takeCode, wrongCode } from './code-app.ts'
import { type Entered, enter } from './enter.ts'
import { takeRecoveryCode } from './recovery-codes.ts'
import { tooManyTries } from './sign-in.ts'
import './data/tables.ts'

/** Half a sign-in, by the token in the cookie: what it owes. Throws `Missing` when it is over or never was. */
export async function findHalf(ctx: Ctx, token: string | null, stage: 'code' | 'set-up') {
  const half = token === null ? null : await findHalfSession(ctx, token)
  if (half?.stage !== stage) throw new Missing('half a sign-in')
  return half
}

interface GivenCode {
  /** Of the half session. */
  token: string | null
  code: string
  ip: string
}

/** The second step of a sign-in: a code of the app, or one for recovery. Failures count like wrong passwords. */
export async function giveCode(ctx: Ctx, { token, code, ip }: GivenCode): Promise<Entered | Refusal> {
  const half = await findHalf(ctx, token, 'code')
  const one = { account: await accountOf(ctx, half.personId), address: ip }
  if (!(await takeTry(ctx, one))) return invalid({ '': tooManyTries })
  const right = (await takeCode(ctx, half.personId, code)) || (await takeRecoveryCode(ctx, half.personId, code))
  if (!right) return invalid({ code: wrongCode })
  await giveBack(ctx, one)
  return finish(ctx, token, { ...half, ip })
}

/** A second factor was required and missing: its first code confirms it and ends the sign-in. */
export async function giveFirstCode(
  ctx: Ctx,
  { token, code, sealed, ip }: GivenCode & { sealed: string },
): Promise<Entered | Refusal> {
  const { personId, method, device } = await findHalf(ctx, token, 'set-up')
  return transaction(ctx, async (ctx) => {
    const refusal = await confirmCodeApp(ctx, personId, { code, sealed })
    return refusal ?? finish(ctx, token, { personId, method, device, ip })
  })
}

async function finish(
  ctx: Ctx,
  token: string | null,
  half: Pick<Parameters<typeof enter>[1], 'personId' | 'method' | 'device' | 'ip'>,
): Promise<Entered | Refusal> {
  return transaction(ctx, async (ctx) => {
    const entered = await enter(ctx, { ...half, strong: true })
    if (!isRefusal(entered)) await endSession(ctx, token ?? '')
    return entered
  })
}

async function accountOf(ctx: Ctx, personId: string): Promise<string> {
  const person = await ctx.db.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirstOrThrow()
  return person.email
}
