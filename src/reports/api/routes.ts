import Type from 'typebox'
import { scopeOf } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { limitOf, listOf, pageOf, pageQuery } from '../../platform/http/api-page.ts'
import { api } from '../../platform/http/route.ts'
import { isRefusal, Missing } from '../../platform/refusal.ts'
import { acceptReport } from '../accept-report.ts'
import { approveReport } from '../approve-report.ts'
import { composeReport } from '../compose-report.ts'
import { type KeptReport, readReports } from '../data/report-rows.ts'
import { findRecap, findRecaps } from '../find-recaps.ts'
import { findReport } from '../find-reports.ts'
import { forwardRecap } from '../forward-recap.ts'
import { openReport } from '../open-report.ts'
import { receiveReport } from '../receive-report.ts'
import { isLate, stateOf } from '../report-state.ts'
import { returnReport } from '../return-report.ts'
import { submitReport } from '../submit-report.ts'
import { writeObstacles } from '../write-obstacles.ts'
import { cityRecap, monthlyReport, recapLine, reportLine } from './schemas.ts'

const lineOf = (ctx: Ctx, kept: KeptReport) => ({
  agencyId: kept.agencyId,
  month: kept.month,
  state: stateOf(kept, ctx.now),
  late: isLate(kept, ctx.now),
  dueAt: kept.dueAt?.toISOString() ?? null,
  submittedAt: kept.steps.find(({ step }) => step === 'approved')?.at.toISOString() ?? null,
  version: kept.version,
})

const idOf = ({ month, agencyId }: { month: string; agencyId: string }): string => `${month}/${agencyId}`
const steps = { 'hand-in': submitReport, approve: approveReport, receive: receiveReport, accept: acceptReport }

export const apiRoutes = [
  api({
    method: 'GET',
    path: '/monthly-reports',
    access: 'report.read',
    summary: 'Monthly reports that were opened, by month and agency',
    query: Type.Interface([pageQuery], { month: Type.Optional(Type.String()), agency: Type.Optional(Type.String()) }),
    answer: listOf(reportLine),
    handle: async (ctx, { query }) => {
      const months = query.month === undefined ? {} : { months: [query.month] }
      const found = await readReports(ctx, { ...months, agencies: scopeOf(ctx.actor, 'report.read') })
      const after = found
        .filter(({ agencyId }) => query.agency === undefined || agencyId === query.agency)
        .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
        .filter((report) => idOf(report) > (query.cursor ?? ''))
      return pageOf(
        after.map((report) => lineOf(ctx, report)),
        limitOf(query),
        idOf,
      )
    },
  }),
  api({
    method: 'POST',
    path: '/monthly-reports',
    access: 'report.read',
    summary: 'Opens the report of an agency and month, or answers the open one',
    body: Type.Object({ agencyId: Type.String(), month: Type.String() }),
    answer: reportLine,
    handle: async (ctx, { body }) => {
      const opened = await openReport(ctx, body)
      return isRefusal(opened) ? opened : lineOf(ctx, opened)
    },
  }),
  api({
    method: 'GET',
    path: '/monthly-reports/:agency/:month',
    access: 'report.read',
    summary: 'One monthly report with all its figures',
    answer: monthlyReport,
    handle: async (ctx, { params }) =>
      composeReport(ctx, await findReport(ctx, params.agency ?? '', params.month ?? '')),
  }),
  api({
    method: 'PATCH',
    path: '/monthly-reports/:agency/:month',
    access: 'report.write',
    summary: 'Writes obstacles, plan and letter number (part H and head)',
    body: Type.Object({
      version: Type.Integer(),
      reasons: Type.Array(Type.String()),
      text: Type.String(),
      plan: Type.String(),
      letterNumber: Type.String(),
    }),
    answer: reportLine,
    handle: async (ctx, { params, body }) => {
      const done = await writeObstacles(ctx, { agencyId: params.agency ?? '', month: params.month ?? '', ...body })
      return isRefusal(done) ? done : lineOf(ctx, done)
    },
  }),
  api({
    method: 'POST',
    path: '/monthly-reports/:agency/:month/steps',
    access: 'report.read',
    summary: 'Takes the next step: hand-in, approve, receive, return (with a reason) or accept',
    body: Type.Object({
      version: Type.Integer(),
      step: Type.Union([
        Type.Literal('hand-in'),
        Type.Literal('approve'),
        Type.Literal('receive'),
        Type.Literal('return'),
        Type.Literal('accept'),
      ]),
      reason: Type.Optional(Type.String()),
    }),
    answer: reportLine,
    handle: async (ctx, { params, body: { step, version, reason = '' } }) => {
      const ref = { agencyId: params.agency ?? '', month: params.month ?? '', version }
      const done = await (step === 'return' ? returnReport(ctx, { ...ref, reason }) : steps[step](ctx, ref))
      return isRefusal(done) ? done : lineOf(ctx, done)
    },
  }),
  api({
    method: 'GET',
    path: '/city-recaps',
    access: 'recap.read',
    summary: 'City recaps by month, the newest first',
    query: pageQuery,
    answer: listOf(recapLine),
    handle: async (ctx, { query }) => {
      const all = (await findRecaps(ctx)).filter(({ month }) => month < (query.cursor ?? '9999'))
      return pageOf(
        all.map((one) => ({ ...one, forwardedAt: one.forwardedAt?.toISOString() ?? null })),
        limitOf(query),
        ({ month }) => month,
      )
    },
  }),
  api({
    method: 'GET',
    path: '/city-recaps/:month',
    access: 'recap.read',
    summary: 'One city recap; before it is forwarded only for Diskominfostandi',
    answer: cityRecap,
    handle: async (ctx, { params }) => {
      const { recap, month } = await findRecap(ctx, params.month ?? '')
      if (!recap) throw new Missing(`recap ${month} is not forwarded`)
      return recap
    },
  }),
  api({
    method: 'POST',
    path: '/city-recaps',
    access: 'recap.forward',
    summary: 'Forwards the recap of a month to the mayor',
    body: Type.Object({ month: Type.String() }),
    answer: cityRecap,
    handle: (ctx, { body }) => forwardRecap(ctx, body),
  }),
]
