import { sweepSessions } from '../../platform/auth/sessions.ts'
import { sweepFailures } from '../../platform/auth/sign-in-limit.ts'
import { job } from '../../platform/queue/queue.ts'
import '../data/tables.ts'

/** Takes away what has ended and is never looked at again: sessions, failures, questions to authenticators. */
export const sweepSignIn = job<Record<never, never>>({
  name: 'sweep-sign-in',
  async run(ctx) {
    await sweepSessions(ctx)
    await sweepFailures(ctx)
    await ctx.db.deleteFrom('passkey_challenge').where('expires_at', '<', ctx.now).execute()
  },
})
