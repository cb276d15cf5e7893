import { sql } from 'kysely'
import Type from 'typebox'
import { limitOf, listOf, pageOf, pageQuery } from '../../platform/http/api-page.ts'
import { api } from '../../platform/http/route.ts'
import { findAgencies, findAgency } from '../find-agencies.ts'

const agency = Type.Object({
  id: Type.String(),
  name: Type.String(),
  abbreviation: Type.String(),
  kind: Type.String(),
  parentId: Type.Union([Type.String(), Type.Null()]),
  regionCode: Type.Union([Type.String(), Type.Null()]),
  host: Type.Union([Type.String(), Type.Null()]),
})
const person = Type.Object({ id: Type.String(), name: Type.String() })
const appointment = Type.Object({
  id: Type.String(),
  personId: Type.String(),
  role: Type.String(),
  agencyId: Type.Union([Type.String(), Type.Null()]),
  from: Type.String({ format: 'date' }),
  to: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
  decree: Type.Union([Type.String(), Type.Null()]),
})

export const apiRoutes = [
  api({
    method: 'GET',
    path: '/agencies',
    access: 'agency.read',
    summary: 'Perangkat daerah as they are called today',
    query: pageQuery,
    answer: listOf(agency),
    handle: async (ctx, { query }) => {
      const sorted = (await findAgencies(ctx)).sort((a, b) => (a.id < b.id ? -1 : 1))
      return pageOf(
        sorted.filter(({ id }) => id > (query.cursor ?? '')),
        limitOf(query),
        ({ id }) => id,
      )
    },
  }),
  api({
    method: 'GET',
    path: '/agencies/:id',
    access: 'agency.read',
    summary: 'One agency',
    answer: agency,
    handle: (ctx, { params }) => findAgency(ctx, params.id ?? ''),
  }),
  api({
    method: 'GET',
    path: '/people',
    access: 'agency.read',
    summary: 'People who hold or held an office',
    query: pageQuery,
    answer: listOf(person),
    handle: async (ctx, { query }) => {
      const rows = await ctx.db
        .selectFrom('person')
        .select(['id', 'name'])
        .$if(query.cursor !== undefined, (q) => q.where(sql`id::text`, '>', query.cursor ?? ''))
        .orderBy(sql`id::text`)
        .limit(limitOf(query) + 1)
        .execute()
      return pageOf(rows, limitOf(query), ({ id }) => id)
    },
  }),
  api({
    method: 'GET',
    path: '/appointments',
    access: 'agency.read',
    summary: 'Who holds which role of which agency, from a day to a day (excluded)',
    query: pageQuery,
    answer: listOf(appointment),
    handle: async (ctx, { query }) => {
      const rows = await ctx.db
        .selectFrom('appointment')
        .select([
          'id',
          'person_id as personId',
          'role',
          'agency_id as agencyId',
          'from_day as from',
          'to_day as to',
          'decree',
        ])
        .$if(query.cursor !== undefined, (q) => q.where(sql`id::text`, '>', query.cursor ?? ''))
        .orderBy(sql`id::text`)
        .limit(limitOf(query) + 1)
        .execute()
      return pageOf(rows, limitOf(query), ({ id }) => id)
    },
  }),
]
