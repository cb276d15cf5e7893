import type { Ctx } from '../platform/ctx.ts'
import { conflict, type Refusal } from '../platform/refusal.ts'
import { transaction } from '../platform/transaction.ts'
import { dropCodeApp } from './code-app.ts'
import { confirmPassword } from './confirm-password.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { findSecondFactor, type SecondFactor } from './second-factor.ts'

interface Change {
  personId: string
  password: string
  ip: string
}

/** The code app may go unless a role requires a second factor and nothing else is there. */
export function refuseRemoval({ codeApp, passkeys, required }: SecondFactor): Refusal | undefined {
  if (!codeApp) return conflict('Aplikasi kode belum terpasang.')
  if (required && passkeys === 0)
    return conflict('Peran Anda wajib memakai faktor kedua. Tambahkan kunci sandi dahulu, lalu hentikan aplikasi kode.')
  return undefined
}

/** Switches the code app off; the password is asked once more. */
export async function removeCodeApp(ctx: Ctx, change: Change): Promise<Refusal | undefined> {
  const refusal = await confirmPassword(ctx, change)
  if (refusal) return refusal
  return transaction(ctx, async (ctx) => {
    const refusal = refuseRemoval(await findSecondFactor(ctx, change.personId))
    if (refusal) return refusal
    await dropCodeApp(ctx, change.personId)
    return undefined
  })
}

/** Makes new recovery codes, to be shown once; the password is asked once more. */
export async function renewRecoveryCodes(ctx: Ctx, change: Change): Promise<string[] | Refusal> {
  const refusal = await confirmPassword(ctx, change)
  if (refusal) return refusal
  return transaction(ctx, async (ctx) => {
    const { codeApp, passkeys } = await findSecondFactor(ctx, change.personId)
    if (!codeApp && passkeys === 0) return conflict('Pasang aplikasi kode atau kunci sandi dahulu.')
    return makeRecoveryCodes(ctx, change.personId)
  })
}
