import Type from 'typebox'
import { limitOf, listOf, pageOf, pageQuery } from '../../platform/http/api-page.ts'
import { api } from '../../platform/http/route.ts'
import { addRule } from '../add-rule.ts'
import { findRules } from '../find-rules.ts'

const day = Type.String({ format: 'date' })

const ruleSchema = Type.Object({
  id: Type.String(),
  step: Type.String(),
  kind: Type.Union([Type.String(), Type.Null()]),
  class: Type.Union([Type.String(), Type.Null()]),
  agencyId: Type.Union([Type.String(), Type.Null()]),
  days: Type.Integer(),
  basis: Type.String(),
  from: day,
})

export const rulesApi = [
  api({
    method: 'GET',
    path: '/sla-rules',
    access: 'calendar.read',
    summary: 'Time limits in working days with their basis, the oldest first',
    query: pageQuery,
    answer: listOf(ruleSchema),
    handle: async (ctx, { query }) => {
      const sorted = (await findRules(ctx)).filter(({ from, id }) => `${from}_${id}` > (query.cursor ?? ''))
      return pageOf(sorted, limitOf(query), (last) => `${last.from}_${last.id}`)
    },
  }),

  api({
    method: 'POST',
    path: '/sla-rules',
    access: 'calendar.manage',
    summary: 'Sets a time limit from a day on, today at the earliest',
    body: Type.Object({
      step: Type.String(),
      kind: Type.Optional(Type.String()),
      class: Type.Optional(Type.String()),
      days: Type.Integer(),
      basis: Type.String(),
      from: day,
    }),
    answer: ruleSchema,
    handle: (ctx, { body }) => addRule(ctx, { kind: '', class: '', ...body, days: String(body.days) }),
  }),
]
