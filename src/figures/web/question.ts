import { scopeOf } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { isId } from '../../platform/id.ts'
import { none, type TurnFilter } from '../data/turn-where.ts'
import { isDivision } from '../figure-words.ts'
import type { Division } from '../find-figures.ts'
import { type Period, periodOf } from '../period.ts'

/** What is asked of the figures, as the address says it. */
export interface Asked {
  period: Period
  filter: TurnFilter
  division: Exclude<Division, 'month'>
}

/** Names of the filters in the address. */
export const filterNames: Record<Exclude<Division, 'month'>, string> = {
  agency: 'perangkat',
  kind: 'jenis',
  channel: 'kanal',
  theme: 'tema',
  topic: 'topik',
  district: 'kecamatan',
  subdistrict: 'kelurahan',
}

/** Never more than the actor may read. What is no agency of theirs finds nothing. */
export function readQuestion(ctx: Ctx, query: URLSearchParams): Asked {
  const scope = scopeOf(ctx.actor, 'case.read')
  const asked = (division: Exclude<Division, 'month'>): string => query.get(filterNames[division]) ?? ''
  const topic = asked('topic')
  const division = query.get('menurut') ?? ''
  return {
    period: periodOf(query.get('dari') ?? '', query.get('sampai') ?? '', ctx.now),
    filter: {
      scope,
      agencyId: asked('agency'),
      kind: asked('kind'),
      channel: asked('channel'),
      theme: asked('theme'),
      topicId: isId(topic) || topic === none ? topic : '',
      districtId: asked('district'),
      subdistrictId: asked('subdistrict'),
    },
    division: isDivision(division) ? division : scope === 'all' || scope.length > 1 ? 'agency' : 'kind',
  }
}

/** The same question as an address, with what is said in `more` instead. */
export const queryOf = ({ period, filter, division }: Asked, more: Record<string, string> = {}) => ({
  dari: period.first,
  sampai: period.last,
  perangkat: filter.agencyId,
  jenis: filter.kind,
  kanal: filter.channel,
  tema: filter.theme,
  topik: filter.topicId,
  kecamatan: filter.districtId,
  kelurahan: filter.subdistrictId,
  menurut: division,
  ...more,
})
