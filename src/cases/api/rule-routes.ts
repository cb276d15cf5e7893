import Type from 'typebox'
import { limitOf, listOf, pageOf, pageQuery } from '../../platform/http/api-page.ts'
import { api } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { addRule } from '../add-rule.ts'
import { findRules } from '../find-rules.ts'
import type { SlaRule } from '../sla-rule.ts'

const day = Type.String({ format: 'date' })

const ruleSchema = Type.Object({
  id: Type.String(),
  step: Type.String(),
  kind: Type.Union([Type.String(), Type.Null()]),
  class: Type.Union([Type.String(), Type.Null()]),
  agencyId: Type.Union([Type.String(), Type.Null()]),
  /** Of a limit in working days; null of one in working minutes. */
  days: Type.Union([Type.Integer(), Type.Null()]),
  unit: Type.String(),
  amount: Type.Integer(),
  basis: Type.String(),
  from: day,
})

const ruleJson = (rule: SlaRule) => ({ ...rule, days: rule.unit === 'days' ? rule.amount : null })

export const rulesApi = [
  api({
    method: 'GET',
    path: '/sla-rules',
    access: 'calendar.read',
    summary: 'Time limits in working days or minutes with their basis, the oldest first',
    query: pageQuery,
    answer: listOf(ruleSchema),
    handle: async (ctx, { query }) => {
      const sorted = (await findRules(ctx)).filter(({ from, id }) => `${from}_${id}` > (query.cursor ?? ''))
      return pageOf(sorted.map(ruleJson), limitOf(query), (last) => `${last.from}_${last.id}`)
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
      agencyId: Type.Optional(Type.String()),
      /** Working days; or give `unit` and `amount`. */
      days: Type.Optional(Type.Integer()),
      unit: Type.Optional(Type.String()),
      amount: Type.Optional(Type.Integer()),
      basis: Type.String(),
      from: day,
    }),
    answer: ruleSchema,
    handle: async (ctx, { body }) => {
      const { days, unit = 'days', amount = days, kind = '', class: depth = '', agencyId = '', ...more } = body
      const added = await addRule(ctx, { ...more, kind, class: depth, agencyId, unit, amount: String(amount ?? '') })
      return isRefusal(added) ? added : ruleJson(added)
    },
  }),
]
