import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../platform/ctx.ts'
import { addMonths, monthInWib } from '../platform/time.ts'
import { countedIn, none, type TurnFilter } from './data/turn-where.ts'
import type { FigureName } from './message-count.ts'
import { endOfPeriod, type Period } from './period.ts'

/** What figures can be told apart by. */
export type Division = 'agency' | 'kind' | 'channel' | 'theme' | 'topic' | 'district' | 'subdistrict' | 'month'

/** The figures of a part of the whole. Minutes are working time; null where nothing was answered. */
export interface PartFigures extends Record<FigureName, number> {
  /** An agency id, a kind, a month (`YYYY-MM-01`)...; `tanpa` for what has none. */
  part: string
  medianMinutes: number | null
  p90Minutes: number | null
}

const parts: Record<Exclude<Division, 'month'>, RawBuilder<unknown>> = {
  agency: sql`turn.agency_id`,
  kind: sql`turn.kind`,
  channel: sql`turn.channel`,
  theme: sql`turn.theme`,
  topic: sql`turn.topic_id::text`,
  district: sql`turn.district_id`,
  subdistrict: sql`turn.subdistrict_id`,
}

interface Question {
  period: Period
  filter: TurnFilter
}

/** All figures of a period: of the whole, and of each part that has any. */
export async function findFigures(
  ctx: Ctx,
  { period, filter }: Question,
  division: Exclude<Division, 'month'>,
): Promise<{ whole: PartFigures; parts: PartFigures[] }> {
  const part = sql`coalesce(${parts[division]}, ${none})`
  const rows = await tally(ctx, { period, filter }, part, sql`grouping sets ((), (part))`)
  return { whole: rows.find((row) => row.part === '') ?? empty, parts: rows.filter((row) => row.part !== '') }
}

/** What was received, answered and broken in each month of the year that ends with the period, the earliest first. */
export async function findTrend(
  ctx: Ctx,
  { period, filter }: Question,
): Promise<{ month: string; received: number; answered: number; late: number }[]> {
  const year = { first: addMonths(period.last, -11), last: period.last }
  const of = (figure: 'received' | 'answered' | 'late', column: string, months = year) => sql`
    select ${sql.ref(column)}::text as month, ${sql.lit(figure)} as figure, count(*) as number from turn
    where ${countedIn(figure, months, filter, ctx.now)} group by 1`
  const late = apartFromNow(year, ctx.now).map((months) => of('late', 'breach_month', months))
  const { rows } = await sql<{ month: string; figure: 'received' | 'answered' | 'late'; number: string }>`
    ${of('received', 'came_month')} union all ${of('answered', 'answered_month')}
    union all ${sql.join(late, sql` union all `)}`.execute(ctx.db)
  return Array.from({ length: 12 }, (_, n) => addMonths(year.first, n)).map((month) => {
    const number = (name: string): number =>
      Number(rows.find((row) => row.month === `${month}-01` && row.figure === name)?.number ?? 0)
    return { month, received: number('received'), answered: number('answered'), late: number('late') }
  })
}

/** What is broken in the month of now depends on the hour; of earlier months no row need be read for it. */
function apartFromNow({ first, last }: Period, now: Date): Period[] {
  const running = monthInWib(now)
  if (last < running || first >= running) return [{ first, last }]
  return [
    { first, last: addMonths(running, -1) },
    { first: running, last },
  ]
}

/** Upper ends in days since the turn came, and the words. */
export const ages = [
  [5, 'Sampai 5 hari'],
  [14, '6 sampai 14 hari'],
  [30, '15 sampai 30 hari'],
  [60, '31 sampai 60 hari'],
  [null, 'Lebih dari 60 hari'],
] as const

/** What was open at the period's end, by days since it came, and how much of each was past its end. */
export async function findOpenByAge(
  ctx: Ctx,
  { period, filter }: Question,
): Promise<{ age: string; open: number; overdue: number }[]> {
  const end = endOfPeriod(period, ctx.now)
  const bounds = ages.flatMap(([days]) => (days === null ? [] : [days + 1]))
  const { rows } = await sql<{ place: number; open: string; overdue: string }>`
    select width_bucket(extract(epoch from ${end}::timestamptz - turn.came_at) / 86400, ${bounds}::float8[]) as place,
      count(*) as open, count(*) filter (where turn.due_at < ${end}) as overdue
    from turn where ${countedIn('openAtEnd', period, filter, ctx.now)} group by 1`.execute(ctx.db)
  return ages.map(([, age], n) => {
    const row = rows.find(({ place }) => place === n)
    return { age, open: Number(row?.open ?? 0), overdue: Number(row?.overdue ?? 0) }
  })
}

const empty: PartFigures = {
  part: '',
  ...{ received: 0, answered: 0, passedOn: 0, withoutAnswer: 0, inTime: 0, solved: 0, late: 0, openAtEnd: 0 },
  ...{ medianMinutes: null, p90Minutes: null },
}

const counted = ['received', 'answered', 'passedOn', 'withoutAnswer', 'solved', 'late', 'openAtEnd'] as const

/** Only of what was answered a figure reads more than its index has. */
const ofAnswer = sql`in_time, working_minutes`
const noAnswer = sql`null::boolean as in_time, null::int as working_minutes`

async function tally(
  ctx: Ctx,
  { period, filter }: Question,
  part: RawBuilder<unknown>,
  grouping: RawBuilder<unknown>,
): Promise<PartFigures[]> {
  const of = ([figure, months]: readonly [FigureName, Period]) => sql`
    select ${sql.lit(figure)} as figure, ${part} as part, ${figure === 'answered' ? ofAnswer : noAnswer} from turn
    where ${countedIn(figure, months, filter, ctx.now)}`
  const asked = counted.flatMap((figure) =>
    (figure === 'late' ? apartFromNow(period, ctx.now) : [period]).map((months) => [figure, months] as const),
  )
  const number = (figure: FigureName) => sql`count(*) filter (where figure = ${sql.lit(figure)}) as ${sql.ref(figure)}`
  const { rows } = await sql<Record<string, string | number | null>>`
    with counted as (${sql.join(asked.map(of), sql` union all `)})
    select coalesce(part, '') as part, ${sql.join(counted.map(number))},
      count(*) filter (where figure = 'answered' and in_time) as "inTime",
      percentile_cont(0.5) within group (order by working_minutes) filter (where figure = 'answered') as "medianMinutes",
      percentile_cont(0.9) within group (order by working_minutes) filter (where figure = 'answered') as "p90Minutes"
    from counted group by ${grouping}`.execute(ctx.db)
  return rows.map(({ part, medianMinutes, p90Minutes, ...numbers }) => ({
    ...empty,
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Number(value)])),
    part: String(part),
    medianMinutes: medianMinutes === null || medianMinutes === undefined ? null : Number(medianMinutes),
    p90Minutes: p90Minutes === null || p90Minutes === undefined ? null : Number(p90Minutes),
  }))
}
