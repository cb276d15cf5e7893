import { type RegisterNumber, readPublicId } from './public-id.ts'

/** Which requests are asked for. Ids overrule all else, as the specification has it. */
export interface RequestQuery {
  ids: RegisterNumber[] | null
  serviceCodes: string[]
  from: Date
  to: Date
  /** Both when empty. */
  statuses: ('open' | 'closed')[]
  limit: number
  offset: number
}

const day = 86_400_000
/** Of one answer (GeoReport v2, GET Service Requests): 90 days or 1000 requests. */
const longestSpan = 90 * day
const mostRequests = 1000

/** Reads the query; a sentence for what cannot be answered. Pure. */
export function readRequestQuery(query: URLSearchParams, now: Date): RequestQuery | { problem: string } {
  const listed = (name: string): string[] =>
    query
      .getAll(name)
      .flatMap((value) => value.split(','))
      .map((value) => value.trim())
      .filter((value) => value !== '')
  const [start, end] = [instantOf(query.get('start_date')), instantOf(query.get('end_date'))]
  if (start === 'wrong' || end === 'wrong')
    return { problem: 'start_date and end_date are written as in 2026-11-23T00:00:00Z.' }
  const to = end ?? (start ? new Date(Math.min(start.getTime() + longestSpan, now.getTime())) : now)
  const from = start ?? new Date(to.getTime() - longestSpan)
  if (to.getTime() - from.getTime() > longestSpan) return { problem: 'At most 90 days may be asked for at a time.' }
  const statuses = listed('status').map((status) => status.toLowerCase())
  if (statuses.some((status) => status !== 'open' && status !== 'closed'))
    return { problem: 'status is open or closed.' }
  const ids = listed('service_request_id').slice(0, mostRequests)
  const size = countOf(query.get('page_size'), mostRequests)
  const page = countOf(query.get('page'), 1)
  if (!size || !page || size > mostRequests || page > 100_000)
    return { problem: `page begins at 1; page_size is at most ${mostRequests}.` }
  return {
    ids: ids.length > 0 ? ids.flatMap((id) => readPublicId(id) ?? []) : null,
    serviceCodes: listed('service_code'),
    ...{ from, to, statuses: statuses as RequestQuery['statuses'], limit: size, offset: (page - 1) * size },
  }
}

function instantOf(text: string | null): Date | 'wrong' | null {
  if (text === null || text === '') return null
  // A plus that nobody encoded arrives as a space.
  const said = text.replace(/ (\d\d:\d\d)$/, '+$1')
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(said)) return 'wrong'
  const at = new Date(said)
  return Number.isNaN(at.getTime()) ? 'wrong' : at
}

const countOf = (text: string | null, otherwise: number): number | null =>
  text === null || text === '' ? otherwise : /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null
