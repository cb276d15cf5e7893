import { type PageRequest, post, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { isPrivacyChoice } from '../answer-privacy.ts'
import { closeCase } from '../close-case.ts'
import { type ClosingOutcome, chosenOutcomes } from '../closing.ts'
import { followUpCase } from '../follow-up-case.ts'
import { casePaths } from '../paths.ts'
import { reopenForWork } from '../reopen-case.ts'
import { again, ticketOf, versionOf } from './case-request.tsx'

const allowed: readonly ClosingOutcome[] = [...chosenOutcomes, 'no-answer-needed', 'archived']

/** What was done about a case, and what became of it. */
export const closingRoutes = [
  post(casePaths.followUps, 'case.answer', async (ctx, request) => {
    const ticket = ticketOf(request)
    const [kind, text, link] = [request.field('kind'), request.field('text'), request.field('link')]
    const shown = request.field('shown') === 'on'
    const done = await followUpCase(ctx, { ticket, kind, text, link, uploads: request.files('files'), shown })
    if (isRefusal(done)) return again(ctx, request, done, 'follow-up', ['kind', 'text', 'link', 'shown'])
    return seeOther(casePaths.case.href({ ticket }), 'Tindak lanjut tercatat.')
  }),

  post(casePaths.closure, 'case.answer', async (ctx, request) => {
    const ticket = ticketOf(request)
    const outcome = allowed.find((one) => one === request.field('outcome'))
    const privacy = request.field('privacy')
    const done = await closeCase(ctx, {
      ticket,
      version: versionOf(request),
      outcome,
      detail: detailIn(request),
      text: request.field('text') || undefined,
      ...(isPrivacyChoice(privacy) && { privacy }),
    })
    const form = outcome === 'no-answer-needed' ? 'dismiss' : 'close'
    if (isRefusal(done))
      return again(ctx, request, done, form, ['outcome', 'year', 'budget', 'reason', 'to', 'same', 'text'])
    const words = done.state === 'closed' ? 'Kasus ditutup.' : 'Kasus tertutup begitu jawaban ini tampil bagi warga.'
    return seeOther(casePaths.case.href({ ticket }), words)
  }),

  post(casePaths.reopening, 'case.answer', async (ctx, request) => {
    const ticket = ticketOf(request)
    const input = { ticket, version: versionOf(request), reason: request.field('reason') }
    const done = await reopenForWork(ctx, input)
    if (isRefusal(done)) return again(ctx, request, done, 'reopen', ['reason'])
    return seeOther(casePaths.case.href({ ticket }), 'Kasus dibuka kembali.')
  }),
]

const detailIn = (request: PageRequest) => ({
  reason: request.field('reason'),
  year: request.field('year'),
  budget: request.field('budget'),
  to: request.field('to'),
  ticket: request.field('same'),
})
