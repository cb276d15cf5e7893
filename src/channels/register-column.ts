import type { RegisterColumn } from '../platform/area.ts'
import { platforms } from './account.ts'
import { standingOrder, standings, standingTones } from './account-standing.ts'
import { findAccounts } from './find-accounts.ts'
import { withStandings } from './find-standings.ts'
import { channelPaths } from './paths.ts'

type Cell = Awaited<ReturnType<RegisterColumn['cells']>> extends Map<string, infer One> ? One : never

/** The accounts in the register of agencies: the one that stands worst speaks for all, and who has none is seen. */
export const accountColumn: RegisterColumn = {
  head: 'Kanal',
  cells: async (ctx, agencyIds) => {
    const accounts = await withStandings(ctx, await findAccounts(ctx, agencyIds))
    return new Map(
      agencyIds.map((agencyId): [string, Cell] => {
        const own = accounts.filter((account) => account.agencyId === agencyId)
        const [worst] = own.toSorted((a, b) => standingOrder.indexOf(a.standing) - standingOrder.indexOf(b.standing))
        if (!worst) return [agencyId, { text: 'Belum punya akun', tone: 'quiet' }]
        const more = own.length > 1 ? `, ${own.length} akun` : ''
        const text = `${platforms[worst.platform]}: ${standings[worst.standing].toLowerCase()}${more}`
        const href =
          own.length > 1
            ? channelPaths.accounts.href({}, { perangkat: agencyId })
            : channelPaths.account.href({ id: worst.id })
        return [agencyId, { text, tone: standingTones[worst.standing], href }]
      }),
    )
  },
}
