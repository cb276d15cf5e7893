import type { Ctx } from '../../platform/ctx.ts'
import { bytes, type PageRequest, post, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { formatTime } from '../../platform/time.ts'
import { assignCase } from '../assign-case.ts'
import { findCaseWork } from '../find-case-work.ts'
import { keepDraft } from '../keep-draft.ts'
import { labelCase, unlabelCase } from '../label-case.ts'
import { noteCase } from '../note-case.ts'
import { casePaths } from '../paths.ts'
import { approveAnswer, handInAnswer, rejectAnswer } from '../propose-answer.ts'
import { answerIn } from './answer-input.ts'
import { again, ticketOf } from './case-request.tsx'

/** What the people of an agency do with a case beside answering. */
export const workRoutes = [
  // A draft is saved again and again while it is written.
  post(
    casePaths.draft,
    'case.answer',
    async (ctx, request) => {
      const ticket = ticketOf(request)
      const text = request.field('insert') === '' ? request.field('text') : await withSaved(ctx, request)
      const done = await keepDraft(ctx, { ticket, text, final: request.field('final') !== 'belum' })
      const asData = String(request.headers.accept ?? '').startsWith('application/json')
      if (isRefusal(done)) {
        if (!asData) return again(ctx, request, done, 'answer', ['text', 'final'])
        return { ...bytes('application/json', '{}'), status: 422 }
      }
      const { savedAt, others } = done
      if (asData) return bytes('application/json', JSON.stringify({ savedAt: formatTime(savedAt), others }))
      return seeOther(casePaths.case.href({ ticket }), 'Draf tersimpan. Hanya Anda yang melihatnya.')
    },
    { once: false },
  ),

  post(casePaths.proposals, 'case.answer', async (ctx, request) => {
    const done = await handInAnswer(ctx, answerIn(request))
    if (isRefusal(done)) return again(ctx, request, done, 'answer', ['text', 'final', 'privacy'])
    return seeOther(casePaths.case.href({ ticket: ticketOf(request) }), 'Jawaban diajukan untuk disetujui.')
  }),

  post(casePaths.approval, 'answer.approve', async (ctx, request) => {
    const ticket = ticketOf(request)
    const done = await approveAnswer(ctx, { ticket, proposalId: request.params.proposal ?? '' })
    if (isRefusal(done)) return again(ctx, request, done, 'reject', [])
    return seeOther(casePaths.case.href({ ticket }), 'Jawaban disetujui dan dikirim.')
  }),

  post(casePaths.rejection, 'answer.approve', async (ctx, request) => {
    const ticket = ticketOf(request)
    const proposalId = request.params.proposal ?? ''
    const done = await rejectAnswer(ctx, { ticket, proposalId, reason: request.field('reason') })
    if (isRefusal(done)) return again(ctx, request, done, 'reject', ['reason'])
    return seeOther(casePaths.case.href({ ticket }), 'Jawaban dikembalikan kepada penulisnya.')
  }),

  post(casePaths.notes, 'case.work', async (ctx, request) => {
    const ticket = ticketOf(request)
    const done = await noteCase(ctx, { ticket, text: request.field('text'), mention: request.field('mention') })
    if (isRefusal(done)) return again(ctx, request, done, 'note', ['text', 'mention'])
    const asked = done.mentioned.length > 0 ? ` ${done.mentioned.join(', ')} diminta melihatnya.` : ''
    return seeOther(casePaths.case.href({ ticket }), `Catatan tersimpan.${asked}`)
  }),

  post(casePaths.assignment, 'case.work', async (ctx, request) => {
    const ticket = ticketOf(request)
    const input = { ticket, personId: request.field('personId'), note: request.field('note') }
    const done = await assignCase(ctx, input)
    if (isRefusal(done)) return again(ctx, request, done, 'assign', ['personId', 'note'])
    const words = done.assignee ? `Kasus ditugaskan kepada ${done.assignee}.` : 'Penugasan dilepas.'
    return seeOther(casePaths.case.href({ ticket }), words)
  }),

  post(casePaths.labels, 'case.work', async (ctx, request) => {
    const ticket = ticketOf(request)
    const done = await labelCase(ctx, { ticket, name: request.field('name') || request.field('chosen') })
    if (isRefusal(done)) return again(ctx, request, done, 'label', ['name'])
    return seeOther(casePaths.case.href({ ticket }), `Label “${done.name}” terpasang.`)
  }),

  post(casePaths.labelRemoval, 'case.work', async (ctx, request) => {
    const ticket = ticketOf(request)
    const done = await unlabelCase(ctx, { ticket, labelId: request.params.label ?? '' })
    if (isRefusal(done)) return again(ctx, request, done, 'label', ['name'])
    return seeOther(casePaths.case.href({ ticket }), 'Label dilepas.')
  }),
]

/** What was typed, and the chosen saved answer under it. */
async function withSaved(ctx: Ctx, request: PageRequest): Promise<string> {
  const { savedAnswers } = await findCaseWork(ctx, ticketOf(request))
  const chosen = savedAnswers.find(({ id }) => id === request.field('saved'))
  return [request.field('text'), chosen?.text ?? ''].filter(Boolean).join('\n\n')
}
