import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { type Frame, get, html, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import { type FieldErrors, isRefusal } from '../../platform/refusal.ts'
import { confirmDecree } from '../confirm-decree.ts'
import type { Decree, DecreeInput } from '../decree.ts'
import { discardDecree } from '../discard-decree.ts'
import { enterDecree } from '../enter-decree.ts'
import { changeNow, findDecree, findDecrees } from '../find-decrees.ts'
import { findWorkingTime } from '../find-holidays.ts'
import { calendarPaths } from '../paths.ts'
import type { Draft } from './calendar-forms.tsx'
import { recounted } from './calendar-routes.tsx'
import { DecreePreviewPage, DecreeRecordPage } from './decree-page.tsx'
import { DecreesPage } from './decrees-page.tsx'

const fieldsOf = ({ field }: PageRequest): DecreeInput => ({
  year: field('year'),
  number: field('number'),
  decreedOn: field('decreedOn'),
  wholeYear: field('scope') !== 'perubahan',
  listed: field('listed'),
  withdrawn: field('withdrawn'),
})

async function list(ctx: Ctx, frame: Frame) {
  const decrees = await findDecrees(ctx)
  const mayManage = may(ctx.actor, 'calendar.manage')
  return (draft: Draft<DecreeInput>) => (
    <DecreesPage frame={frame} decrees={decrees} mayManage={mayManage} draft={draft} />
  )
}

/** The next year that nobody can count in yet, and nothing else. */
async function emptyDraft(ctx: Ctx): Promise<Draft<DecreeInput>> {
  const { years } = await findWorkingTime(ctx)
  const year = String(Math.max(...years.map((known) => known.year)) + 1)
  return { errors: {}, fields: { year, number: '', decreedOn: '', wholeYear: true, listed: '', withdrawn: '' } }
}

async function preview(ctx: Ctx, frame: Frame, decree: Decree, draft?: Draft<DecreeInput>) {
  const { change, version } = await changeNow(ctx, decree)
  const kept = draft ?? { errors: {}, fields: { ...decree, year: String(decree.year) } }
  return (refusal: FieldErrors = {}) => (
    <DecreePreviewPage frame={frame} decree={decree} change={change} version={version} refusal={refusal} draft={kept} />
  )
}

export const decreeRoutes = [
  get(calendarPaths.decrees, 'calendar.read', async (ctx, { frame }) =>
    html((await list(ctx, frame))(await emptyDraft(ctx))),
  ),

  post(calendarPaths.decrees, 'calendar.manage', async (ctx, request) => {
    const fields = fieldsOf(request)
    const entered = await enterDecree(ctx, fields)
    if (!isRefusal(entered)) return seeOther(calendarPaths.decree.href(entered))
    const page = await list(ctx, request.frame)
    return refused(entered, (errors) => page({ errors, fields }))
  }),

  get(calendarPaths.decree, 'calendar.read', async (ctx, { frame, params }) => {
    const decree = await findDecree(ctx, params.id ?? '')
    if (decree.confirmedAt !== null) return html(<DecreeRecordPage frame={frame} decree={decree} />)
    return html((await preview(ctx, frame, decree))())
  }),

  post(calendarPaths.decree, 'calendar.manage', async (ctx, request) => {
    const decree = await findDecree(ctx, request.params.id ?? '')
    const fields = fieldsOf(request)
    const corrected = await enterDecree(ctx, fields, decree.id)
    if (!isRefusal(corrected)) return seeOther(calendarPaths.decree.href(corrected))
    if (corrected.refusal === 'conflict') return corrected
    const errors = corrected.refusal === 'invalid' ? corrected.errors : { '': corrected.reason }
    const page = await preview(ctx, request.frame, decree, { errors, fields })
    return refused(corrected, () => page())
  }),

  post(calendarPaths.decreeConfirmation, 'calendar.manage', async (ctx, { frame, params, field }) => {
    const decree = await findDecree(ctx, params.id ?? '')
    const confirmed = await confirmDecree(ctx, { id: decree.id, seen: field('seen') })
    if (isRefusal(confirmed)) {
      if (decree.confirmedAt !== null) return confirmed
      const page = await preview(ctx, frame, decree)
      return refused(confirmed, (errors) => page(errors))
    }
    const { year, added, withdrawn } = confirmed
    const words = `Keputusan ditetapkan: ${added} hari ditambah, ${withdrawn} hari dicabut. ${recounted}`
    return seeOther(calendarPaths.calendar.href({}, { tahun: year }), words)
  }),

  post(calendarPaths.decreeDiscard, 'calendar.manage', async (ctx, { params }) => {
    const discarded = await discardDecree(ctx, params.id ?? '')
    if (isRefusal(discarded)) return discarded
    return seeOther(calendarPaths.decrees.href(), 'Catatan keputusan dibuang; kalender tidak berubah.')
  }),
]
