import type { RegisterColumn } from '../platform/area.ts'
import { type AccountState, accountStates } from './account.ts'
import { daysSince } from './activity.ts'
import { findAccounts } from './find-accounts.ts'
import { lastBroadcasts } from './find-activity.ts'
import { channelPaths } from './paths.ts'

const tones = { active: 'quiet', connected: 'good', 'needs-reconnecting': 'warn', 'lost-access': 'bad' } as const

/** More than 90 days without a real sign of life (seen in practice elsewhere, product rules). */
const dormantAfter = 90

function wordsOf(state: AccountState, days: number | null): { text: string; tone: (typeof tones)[AccountState] } {
  if (state === 'connected' && (days === null || days > dormantAfter)) return { text: 'Mati suri', tone: 'warn' }
  return { text: accountStates[state], tone: tones[state] }
}

/** The X account in the register of agencies. */
export const accountColumn: RegisterColumn = {
  head: 'Akun X',
  cells: async (ctx, agencyIds) => {
    const accounts = await findAccounts(ctx, agencyIds)
    const last = await lastBroadcasts(
      ctx,
      accounts.map(({ id }) => id),
    )
    return new Map(
      accounts.map(({ id, agencyId, state }) => {
        const { text, tone } = wordsOf(state, daysSince(last.get(id) ?? null, ctx.now))
        return [agencyId, { text, tone, href: channelPaths.account.href({ id }) }]
      }),
    )
  },
}
