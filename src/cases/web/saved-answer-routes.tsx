import { findAgencies } from '../../agencies/find-agencies.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import type { FieldErrors } from '../../platform/refusal.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { findSavedAnswer, findSavedAnswers } from '../find-saved-answers.ts'
import { casePaths } from '../paths.ts'
import { mayKeep, removeAnswerText, saveAnswerText } from '../save-answer-text.ts'
import { SavedAnswerPage, SavedAnswersPage } from './saved-answers-page.tsx'

async function listPage(
  ctx: Ctx,
  { frame, query }: PageRequest,
  more: { input?: { owner: string; title: string; text: string }; errors?: FieldErrors } = {},
) {
  const words = query.get('cari') ?? ''
  const agencies = await findAgencies(ctx)
  const city = mayKeep(ctx.actor, null) ? ([['', 'Seluruh kota']] as const) : []
  const own = agencies.filter(({ id }) => mayKeep(ctx.actor, id)).map(({ id, name }) => [id, name] as const)
  const names = new Map(agencies.map(({ id, name }) => [id, name]))
  const items = await findSavedAnswers(ctx, { words })
  return (
    <SavedAnswersPage frame={frame} items={items} words={words} owners={[...city, ...own]} names={names} {...more} />
  )
}

export const savedAnswerRoutes = [
  get(casePaths.savedAnswers, 'case.work', async (ctx, request) => html(await listPage(ctx, request))),

  post(casePaths.savedAnswers, 'saved-answer.manage', async (ctx, request) => {
    const input = { owner: ownerIn(ctx, request), title: request.field('title'), text: request.field('text') }
    const saved = await saveAnswerText(ctx, { agencyId: input.owner || null, title: input.title, text: input.text })
    if (!isRefusal(saved)) return seeOther(casePaths.savedAnswers.href(), `“${saved.title}” tersimpan.`)
    const errors = saved.refusal === 'invalid' ? saved.errors : { '': saved.reason }
    const page = await listPage(ctx, request, { input, errors })
    return refused(saved, () => page)
  }),

  get(casePaths.savedAnswer, 'saved-answer.manage', async (ctx, { frame, params }) =>
    html(<SavedAnswerPage frame={frame} found={await findSavedAnswer(ctx, params.id ?? '')} />),
  ),

  post(casePaths.savedAnswer, 'saved-answer.manage', async (ctx, request) => {
    const found = await findSavedAnswer(ctx, request.params.id ?? '')
    const input = { title: request.field('title'), text: request.field('text') }
    const saved = await saveAnswerText(ctx, { id: found.id, agencyId: found.agencyId, ...input })
    if (isRefusal(saved))
      return refused(saved, (errors) => (
        <SavedAnswerPage frame={request.frame} found={{ ...found, ...input }} errors={errors} />
      ))
    return seeOther(casePaths.savedAnswers.href(), `“${saved.title}” tersimpan.`)
  }),

  post(casePaths.savedAnswerRemoval, 'saved-answer.manage', async (ctx, { params }) => {
    const removed = await removeAnswerText(ctx, params.id ?? '')
    return isRefusal(removed) ? removed : seeOther(casePaths.savedAnswers.href(), `“${removed.title}” dihapus.`)
  }),
]

/** Whoever works for one agency need not choose it. */
function ownerIn(ctx: Ctx, request: PageRequest): string {
  const given = request.field('owner')
  if (given !== '' || mayKeep(ctx.actor, null)) return given
  const grants = 'grants' in ctx.actor ? ctx.actor.grants : []
  return grants.find(({ agencyId }) => agencyId !== null && mayKeep(ctx.actor, agencyId))?.agencyId ?? ''
}
