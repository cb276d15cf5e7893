import { findAgencies } from '../agencies/find-agencies.ts'
import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { findColleagues } from './find-colleagues.ts'
import { recentTopics } from './find-topics.ts'
import type { InboxFilter } from './inbox-filter.ts'
import { findLabels } from './label-case.ts'

type Choices = readonly (readonly [value: string, name: string])[]

/** What this actor may narrow the inbox by. People, labels and topics are of one agency: the chosen or the only one. */
export async function findFilterChoices(
  ctx: Ctx,
  { agencyId }: InboxFilter,
): Promise<{
  agencies: Choices
  people: Choices
  labels: Choices
  topics: Choices
  regions: { label: string; options: Choices }[]
}> {
  const scope = scopeOf(ctx.actor, 'case.read')
  const all = await findAgencies(ctx)
  const seen = all.filter(({ id }) => scope === 'all' || scope.includes(id))
  const only = seen.length === 1 ? seen[0]?.id : seen.find(({ id }) => id === agencyId)?.id
  const [people, labels, topics] =
    only === undefined
      ? [[], [], []]
      : [await findColleagues(ctx, only), await findLabels(ctx, only), await recentTopics(ctx, only)]
  return {
    agencies: seen.map(({ id, abbreviation }) => [id, abbreviation] as const),
    people: people.filter((one) => one.agencyId !== null).map(({ personId, name }) => [personId, name] as const),
    labels: labels.map(({ id, name }) => [id, name] as const),
    topics: topics.map(({ id, name }) => [id, name] as const),
    regions: all
      .filter(({ kind }) => kind === 'district')
      .map(({ id, name }) => ({
        label: name,
        options: [
          [id, `${name}, seluruhnya`] as const,
          ...all
            .filter(({ kind, parentId }) => kind === 'subdistrict' && parentId === id)
            .map((one) => [one.id, one.name] as const),
        ],
      })),
  }
}
