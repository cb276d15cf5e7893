import type { Ctx } from '../../platform/ctx.ts'
import type { Evidence, Known } from '../evidence.ts'
import { changeOf, remember } from '../item-change.ts'
import './tables.ts'

/** Longer addresses do not fit an index; no honest article has one. */
const longestItem = 1000

/** What earlier scans remember of a website's items. */
export async function knownItems(ctx: Ctx, websiteId: string): Promise<Known[]> {
  return ctx.db
    .selectFrom('item_seen')
    .select(['tier', 'item', 'first_seen as firstSeen', 'last_changed as lastChanged'])
    .select(['claimed', 'fingerprint', 'appeared'])
    .where('website_id', '=', websiteId)
    .execute()
}

/** Writes down what a scan saw of each item. */
export async function rememberItems(ctx: Ctx, websiteId: string, seen: readonly Evidence[], now: Date): Promise<void> {
  const known = await knownItems(ctx, websiteId)
  const rows = seen
    .filter(({ item }) => item.length <= longestItem)
    .map((evidence) => {
      const before = known.find(({ tier, item }) => tier === evidence.tier && item === evidence.item)
      const after = remember(evidence, changeOf(evidence, known, now), before, now)
      const same = before && before.lastChanged === after.lastChanged && before.fingerprint === after.fingerprint
      return same ? null : after
    })
    .filter((row) => row !== null)
  const once = new Map(rows.map((row) => [`${row.tier} ${row.item}`, row]))
  if (once.size === 0) return
  await ctx.db
    .insertInto('item_seen')
    .values(
      [...once.values()].map((row) => ({
        ...{ website_id: websiteId, tier: row.tier, item: row.item, first_seen: row.firstSeen },
        ...{
          last_changed: row.lastChanged,
          claimed: row.claimed,
          fingerprint: row.fingerprint,
          appeared: row.appeared,
        },
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['website_id', 'tier', 'item']).doUpdateSet((excluded) => ({
        last_changed: excluded.ref('excluded.last_changed'),
        fingerprint: excluded.ref('excluded.fingerprint'),
      })),
    )
    .execute()
}
