import { sql } from 'kysely'
import { findAgencies } from '../agencies/find-agencies.ts'
import { type CaseKind, type CaseState, caseKinds, caseStates } from '../cases/case.ts'
import type { Ctx } from '../platform/ctx.ts'
import { findServices, type Service, serviceOf } from './find-services.ts'
import { publicId } from './public-id.ts'
import type { RequestQuery } from './request-query.ts'

/** A case as everybody may see it, by the names of GeoReport v2. */
export interface ServiceRequest {
  service_request_id: string
  status: 'open' | 'closed'
  status_notes: string | null
  service_name: string
  service_code: string
  description: string
  agency_responsible: string
  service_notice: string | null
  requested_datetime: string
  updated_datetime: string
  expected_datetime: string | null
  address: string | null
  address_id: string | null
  zipcode: string | null
  lat: number | null
  long: number | null
  media_url: string | null
  extended_attributes: {
    state: CaseState
    kind: CaseKind
    theme: string | null
    agency_id: string
    outcome: string | null
  }
}

const openStates: readonly CaseState[] = ['open', 'replied']

/**
 * Requests asked for, the latest received first. What a citizen wrote stands here only where an officer published it,
 * without persons; else the kind and the urban village. Secret cases, and what looks like advertising, do not exist.
 */
export async function findRequests(ctx: Ctx, asked: RequestQuery): Promise<ServiceRequest[]> {
  const services = await findServices(ctx)
  const codes = asked.serviceCodes
  const wanted = services.filter(({ code }) => codes.includes(code))
  if ((codes.length > 0 && wanted.length === 0) || asked.ids?.length === 0) return []
  const rows = await ctx.db
    .selectFrom('cases')
    .leftJoin('case_publication as shown', (join) =>
      join.onRef('shown.case_id', '=', 'cases.id').on('shown.withdrawn_at', 'is', null),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('case_closure')
          .select('outcome')
          .whereRef('case_closure.case_id', '=', 'cases.id')
          .where('undone_at', 'is', null)
          .orderBy('at', 'desc')
          .limit(1)
          .as('closure'),
      (join) => join.onTrue(),
    )
    .select([
      ...(['cases.register_agency_id', 'cases.register_year', 'cases.register_number', 'cases.agency_id'] as const),
      ...(['cases.kind', 'cases.theme', 'cases.state', 'cases.received_at', 'cases.state_since'] as const),
      ...(['cases.next_due_at', 'cases.latitude', 'cases.longitude', 'cases.district_id'] as const),
      ...(['cases.subdistrict_id', 'shown.question', 'shown.answer', 'closure.outcome'] as const),
    ])
    .where(sql<boolean>`not cases.secret and not cases.suspected`)
    .where('cases.merged_into_id', 'is', null)
    .$if(asked.ids !== null, (query) =>
      query.where(
        sql<boolean>`(cases.register_agency_id, cases.register_year, cases.register_number) in (
          select * from unnest(${asked.ids?.map(({ agencyId }) => agencyId)}::text[],
            ${asked.ids?.map(({ year }) => year)}::int[], ${asked.ids?.map(({ number }) => number)}::int[]))`,
      ),
    )
    .$if(asked.ids === null, (query) =>
      query.where('cases.received_at', '>=', asked.from).where('cases.received_at', '<=', asked.to),
    )
    .$if(asked.ids === null && asked.statuses.length === 1, (query) =>
      query.where('cases.state', asked.statuses[0] === 'open' ? 'in' : 'not in', openStates),
    )
    .$if(asked.ids === null && wanted.length > 0, (query) =>
      query.where(
        sql<boolean>`(cases.kind, coalesce(cases.theme, '')) in (
          select * from unnest(${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ theme }) => theme ?? '')}::text[]))`,
      ),
    )
    .orderBy('cases.received_at', 'desc')
    .orderBy('cases.id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute()
  const names = new Map((await findAgencies(ctx)).map(({ id, name }) => [id, name]))
  return rows.map((row) => toRequest(row, services, names))
}

interface Row {
  register_agency_id: string
  register_year: number
  register_number: number
  agency_id: string
  kind: CaseKind
  theme: string | null
  state: CaseState
  received_at: Date
  state_since: Date
  next_due_at: Date | null
  latitude: number | null
  longitude: number | null
  district_id: string | null
  subdistrict_id: string | null
  question: string | null
  answer: string | null
  outcome: string | null
}

function toRequest(row: Row, services: readonly Service[], names: ReadonlyMap<string, string>): ServiceRequest {
  const service = serviceOf(services, row)
  const isOpen = openStates.includes(row.state)
  const nameOf = (id: string | null): string | undefined => (id === null ? undefined : names.get(id))
  const place = [nameOf(row.subdistrict_id), nameOf(row.district_id)].filter((name) => name !== undefined).join(', ')
  const [agencyId, year, number] = [row.register_agency_id, row.register_year, row.register_number]
  return {
    service_request_id: publicId({ agencyId, year, number }),
    status: isOpen ? 'open' : 'closed',
    status_notes: row.answer ?? caseStates[row.state],
    service_name: service?.name ?? caseKinds[row.kind],
    service_code: service?.code ?? row.kind,
    description: row.question ?? [caseKinds[row.kind], place].filter((text) => text !== '').join(', '),
    agency_responsible: names.get(row.agency_id) ?? row.agency_id,
    service_notice: null,
    requested_datetime: inWib(row.received_at),
    updated_datetime: inWib(row.state_since),
    expected_datetime: isOpen && row.next_due_at ? inWib(row.next_due_at) : null,
    address: place || null,
    address_id: row.subdistrict_id ?? row.district_id,
    zipcode: null,
    lat: coarse(row.latitude),
    long: coarse(row.longitude),
    media_url: null,
    extended_attributes: {
      ...{ state: row.state, kind: row.kind, theme: row.theme, agency_id: row.agency_id },
      outcome: row.state === 'closed' ? row.outcome : null,
    },
  }
}

/** `2026-11-23T10:00:00+07:00`. */
const inWib = (at: Date): string => `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`

/** To a kilometre or so, the size of an urban village: no house can be found by it. */
const coarse = (degrees: number | null): number | null => (degrees === null ? null : Math.round(degrees * 100) / 100)
