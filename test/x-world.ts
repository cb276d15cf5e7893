import type { SocialAccount } from '../src/channels/account.ts'
import { saveConnection } from '../src/channels/connect-account.ts'
import { findAccount } from '../src/channels/find-accounts.ts'
import { registerAccount } from '../src/channels/register-account.ts'
import { connectionTo } from '../src/channels/x/connection.ts'
import { exampleClient, type FakeX, startFakeX } from '../src/channels/x/fake/fake-x.ts'
import { accepted } from '../src/platform/refusal.ts'
import { openWorld, type World } from './world.ts'

/** A world with a fake X beside it, on the same clock. */
export interface XWorld extends World {
  x: FakeX
  /** An account of Dinkes, registered and connected, without the browser's way. */
  connect(handle: string): Promise<SocialAccount>
  /** Seconds pass. */
  wait(seconds: number): void
}

export async function openXWorld(): Promise<XWorld> {
  const clock: { now: () => Date } = { now: () => new Date() }
  const x = await startFakeX({ clock: () => clock.now() })
  const { apiUrl, authorizeUrl, tokenUrl, clientId, clientSecret } = connectionTo(x.url, exampleClient, clock.now)
  const { bearerToken, consumerSecret } = exampleClient
  const world = await openWorld({
    config: { x: { apiUrl, authorizeUrl, tokenUrl, clientId, clientSecret, bearerToken, consumerSecret } },
  })
  clock.now = world.now
  return {
    ...world,
    x,
    wait: (seconds) => world.at(new Date(world.now().getTime() + seconds * 1000).toISOString()),
    async connect(handle) {
      const ctx = world.ctx('operatorDinkes')
      const account = accepted(await registerAccount(ctx, { agencyId: 'dinkes', handle, holder: 'Humas' }))
      const { id, accessToken, refreshToken } = x.signIn(handle)
      const expires = new Date(ctx.now.getTime() + 7_200_000)
      const user = { id, username: handle, name: handle }
      accepted(await saveConnection(ctx, account, { accessToken, refreshToken, expires }, user))
      return findAccount(ctx, account.id)
    },
    async close() {
      await world.close()
      await x.close()
    },
  }
}
