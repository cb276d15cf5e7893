import { saveConnection } from '../../src/channels/connect-account.ts'
import { registerAccount } from '../../src/channels/register-account.ts'
import type { FakeX } from '../../src/channels/x/fake/fake-x.ts'
import type { Kentongan } from '../../src/main.ts'
import { accepted } from '../../src/platform/refusal.ts'

/** Registers the account of Dinkes and lets us in, without the browser's way through X. */
export async function connectAccount(house: Kentongan, x: FakeX, handle: string): Promise<string> {
  const ctx = house.makeCtx('kill test')
  const account = accepted(await registerAccount(ctx, { agencyId: 'dinkes', handle, holder: 'Humas' }))
  const { id, accessToken, refreshToken } = x.signIn(handle)
  const tokens = { accessToken, refreshToken, expires: new Date(Date.now() + 2 * 3_600_000) }
  accepted(await saveConnection(ctx, account, tokens, { id, username: handle, name: handle }))
  return account.id
}
