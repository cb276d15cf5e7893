import { findAgencies } from '../../agencies/find-agencies.ts'
import { caseKinds, channelNames } from '../../cases/case.ts'
import { themes } from '../../cases/case-theme.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { TurnFilter } from '../data/turn-where.ts'
import type { Division } from '../find-figures.ts'

/** What one may choose among, for each filter: value and words. */
export type Choices = Record<Exclude<Division, 'month'>, readonly (readonly [value: string, words: string])[]>

/** The latest topics; older ones are found by their case. */
const mostTopics = 200

export async function findChoices(ctx: Ctx, { scope, districtId }: TurnFilter): Promise<Choices> {
  const agencies = await findAgencies(ctx)
  const named = (list: typeof agencies) => list.map(({ id, name }) => [id, name] as const)
  const topics = await ctx.db
    .selectFrom('topic')
    .select(['id', 'name'])
    .orderBy('created_at', 'desc')
    .limit(mostTopics)
    .execute()
  return {
    agency: named(agencies.filter(({ id }) => scope === 'all' || scope.includes(id))),
    kind: Object.entries(caseKinds),
    channel: Object.entries(channelNames),
    theme: Object.entries(themes),
    topic: topics.map(({ id, name }) => [id, name]),
    district: named(agencies.filter(({ kind }) => kind === 'district')),
    subdistrict: named(agencies.filter((one) => one.kind === 'subdistrict' && one.parentId === districtId)),
  }
}
