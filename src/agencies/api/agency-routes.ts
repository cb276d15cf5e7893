import Type from 'typebox'
import { limitOf, listOf, pageOf, pageQuery } from '../../platform/http/api-page.ts'
import { api } from '../../platform/http/route.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { dayInWib } from '../../platform/time.ts'
import { addAgency } from '../add-agency.ts'
import { refuseDay } from '../agency-facts.ts'
import { factsOf, periodOn } from '../agency-timeline.ts'
import { closeAgency } from '../close-agency.ts'
import { factColumns, heldOn } from '../data/agency-rows.ts'
import { agencyOn, findAgency } from '../find-agencies.ts'
import { findAgencyLife } from '../find-agency-life.ts'
import { mergeAgencies } from '../merge-agencies.ts'
import { renameAgency } from '../rename-agency.ts'
import { searchAgencies } from '../search-agencies.ts'

const orNull = Type.Union([Type.String(), Type.Null()])
const facts = {
  name: Type.String(),
  abbreviation: Type.String(),
  /** department, district...; the Indonesian word is taken too. */
  kind: Type.String(),
  parentId: orNull,
  regionCode: orNull,
  host: orNull,
}
const agency = Type.Object({ id: Type.String(), ...facts })
/** Of a change: from which day, by which decree; `decreeAgain` when a decree already on record for another day is meant. */
const decision = {
  day: Type.String({ description: 'YYYY-MM-DD, first day (WIB)' }),
  decree: Type.String(),
  decreeAgain: Type.Optional(Type.Boolean()),
}
const onDay = { day: Type.Optional(Type.String({ description: 'YYYY-MM-DD; default today' })) }
const done = Type.Object({ id: Type.String() })

const part = { ...pageQuery.properties, ...onDay, q: Type.Optional(Type.String({ maxLength: 100 })) }
const change = Type.Object({ ...Type.Partial(Type.Object(facts)).properties, ...decision })

export const agencyRoutes = [
  api({
    method: 'GET',
    path: '/agencies',
    access: 'agency.read',
    summary: 'Perangkat daerah as they are called today or on `day`; `q` searches and answers the best at once',
    query: Type.Object(part),
    answer: listOf(agency),
    handle: async (ctx, { query }) => {
      const errors = query.day === undefined ? {} : refuseDay(query.day)
      if (Object.keys(errors).length > 0) return invalid(errors)
      const day = query.day ?? dayInWib(ctx.now)
      if (query.q !== undefined) {
        const found = await searchAgencies(ctx, query.q, day)
        const items = found.flatMap(({ agency, endedOn }) => (endedOn === null ? [agency] : []))
        return { items: items.slice(0, limitOf(query)), next: null }
      }
      const rows = await heldOn(ctx, day)
        .select(factColumns)
        .where('n.agency_id', '>', query.cursor ?? '')
        .orderBy('n.agency_id')
        .limit(limitOf(query) + 1)
        .execute()
      return pageOf(rows, limitOf(query), ({ id }) => id)
    },
  }),
  api({
    method: 'GET',
    path: '/agencies/:id',
    access: 'agency.read',
    summary: 'One agency as it is today, or was last when it has ended; with `day` as it was on that day',
    query: Type.Object(onDay),
    answer: agency,
    handle: async (ctx, { params, query }) => {
      if (query.day === undefined) return findAgency(ctx, params.id ?? '')
      const errors = refuseDay(query.day)
      return Object.keys(errors).length > 0 ? invalid(errors) : agencyOn(ctx, params.id ?? '', query.day)
    },
  }),
  api({
    method: 'POST',
    path: '/agencies',
    access: 'agency.manage',
    summary: 'Adds an agency from a day on, by a decree',
    body: Type.Object({ id: Type.String(), ...facts, ...decision }),
    answer: done,
    handle: (ctx, { body }) => addAgency(ctx, body),
  }),
  api({
    method: 'PATCH',
    path: '/agencies/:id',
    access: 'agency.manage',
    summary: 'Changes name, abbreviation, kind, parent, region code or host from a day on; what is left out stays',
    body: change,
    answer: done,
    handle: async (ctx, { params, body }) => {
      const id = params.id ?? ''
      const { timeline } = await findAgencyLife(ctx, id)
      const held = periodOn(timeline, body.day) ?? timeline.at(-1)
      return held ? renameAgency(ctx, { ...factsOf(held), ...body, id }) : conflict('Perangkat daerah ini belum ada.')
    },
  }),
  api({
    method: 'POST',
    path: '/agencies/:id/closure',
    access: 'agency.manage',
    summary: 'Ends an agency on a day; `into` names the one that takes over',
    body: Type.Object({ ...decision, into: Type.Optional(Type.String()) }),
    answer: done,
    handle: async (ctx, { params, body }) => {
      const { into, ...decided } = body
      const stated = { ...decided, id: params.id ?? '' }
      await findAgency(ctx, stated.id)
      return into === undefined ? closeAgency(ctx, stated) : mergeAgencies(ctx, { ...stated, into })
    },
  }),
]
