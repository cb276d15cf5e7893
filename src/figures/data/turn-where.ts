import { type RawBuilder, sql } from 'kysely'
import { monthInWib } from '../../platform/time.ts'
import type { FigureName } from '../message-count.ts'
import { endOfPeriod, monthsOf, type Period } from '../period.ts'

/** The version of a turn that was known at the end of this month (its first day, WIB). */
export const knownAt = (month: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`turn.known_from <= ${month} and (turn.known_until is null or turn.known_until > ${month})`

/** Which turns are meant, besides when: empty means all. */
export interface TurnFilter {
  /** Of those the actor may see. */
  scope: 'all' | readonly string[]
  agencyId?: string | undefined
  kind?: string | undefined
  channel?: string | undefined
  theme?: string | undefined
  topicId?: string | undefined
  districtId?: string | undefined
  subdistrictId?: string | undefined
}

/** The month a turn is counted in for a figure; null for what is counted at the end of the period. */
const monthColumn: Record<FigureName, RawBuilder<unknown> | null> = {
  received: sql`turn.came_month`,
  answered: sql`turn.answered_month`,
  inTime: sql`turn.answered_month`,
  passedOn: sql`turn.left_month`,
  withoutAnswer: sql`turn.left_month`,
  solved: sql`turn.closed_month`,
  late: sql`turn.breach_month`,
  openAtEnd: null,
}

const besides: Partial<Record<FigureName, RawBuilder<boolean>>> = {
  inTime: sql`turn.in_time`,
  passedOn: sql`turn.left_how = 'passed-on'`,
  withoutAnswer: sql`turn.left_how = 'without-answer'`,
  solved: sql`turn.solved`,
  openAtEnd: sql`turn.recorded_at is null and turn.left_at is null`,
}

/** The one condition behind a figure: its number and its list are both taken with it. */
export function countedIn(figure: FigureName, period: Period, filter: TurnFilter, now: Date): RawBuilder<boolean> {
  const column = monthColumn[figure]
  const months = monthsOf(period)
  const last = sql`${months.at(-1)}::date`
  const when = column
    ? [sql`${column} = any(${months}::date[])`, knownAt(column)]
    : [knownAt(last), sql`turn.came_at <= ${endOfPeriod(period, now)}`]
  // A clock that ends later this month is not broken yet. Of months that are over the index alone tells.
  const broken = figure === 'late' && period.last >= monthInWib(now) ? [sql`turn.broken_from <= ${now}`] : []
  const more = besides[figure]
  return sql<boolean>`${sql.join([...when, ...broken, ...(more ? [more] : []), ...conditionsOf(filter)], sql` and `)}`
}

/** What was not asked for does not narrow. */
function conditionsOf(filter: TurnFilter): RawBuilder<unknown>[] {
  const { scope, agencyId, kind, channel, theme, topicId, districtId, subdistrictId } = filter
  const asked: [RawBuilder<unknown>, string | undefined][] = [
    [sql`turn.agency_id`, agencyId],
    [sql`turn.kind`, kind],
    [sql`turn.channel`, channel],
    [sql`turn.theme`, theme],
    [sql`turn.topic_id::text`, topicId],
    [sql`turn.district_id`, districtId],
    [sql`turn.subdistrict_id`, subdistrictId],
  ]
  return [
    ...(scope === 'all' ? [] : [sql`turn.agency_id = any(${scope}::text[])`]),
    ...asked.flatMap(([column, value]) => {
      if (value === undefined || value === '') return []
      return [value === none ? sql`${column} is null` : sql`${column} = ${value}`]
    }),
  ]
}

/** Stands in a filter for what has no topic, theme or place. */
export const none = 'tanpa'
