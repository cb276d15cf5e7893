import { sql } from 'kysely'
import Type from 'typebox'
import { limitOf, listOf, pageOf, pageQuery } from '../../platform/http/api-page.ts'
import { api } from '../../platform/http/route.ts'
import { agencyRoutes } from './agency-routes.ts'

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
  ...agencyRoutes,
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
