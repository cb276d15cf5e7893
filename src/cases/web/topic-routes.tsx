import { findAgencies } from '../../agencies/find-agencies.ts'
import { may } from '../../agencies/policy.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { get, html, type PageRequest, post, refused, seeOther } from '../../platform/http/route.ts'
import { type FieldErrors, isRefusal } from '../../platform/refusal.ts'
import { isPrivacyChoice } from '../answer-privacy.ts'
import { answerTopic, mostAtOnce } from '../answer-topic.ts'
import { findTopic } from '../find-topics.ts'
import { mergeCase, partCase } from '../merge-case.ts'
import { casePaths } from '../paths.ts'
import { splitCase } from '../split-case.ts'
import { parseTicket } from '../ticket.ts'
import { leaveTopic, putUnderTopic } from '../topic-case.ts'
import { again, ticketOf, versionOf } from './case-request.tsx'
import { TopicPage } from './topic-page.tsx'

async function topicPage(
  ctx: Ctx,
  { frame, params }: PageRequest,
  more: { input?: { text: string; final: string; chosen: readonly string[] }; errors?: FieldErrors } = {},
) {
  const topic = await findTopic(ctx, params.id ?? '')
  const names = new Map((await findAgencies(ctx)).map(({ id, abbreviation }) => [id, abbreviation]))
  const answerable = topic.cases.filter(
    ({ state, agencyId }) => (state === 'open' || state === 'replied') && may(ctx.actor, 'case.answer', agencyId),
  )
  return <TopicPage frame={frame} topic={topic} names={names} answerable={answerable.slice(0, mostAtOnce)} {...more} />
}

/** Cases that belong together, and those that do not. */
export const topicRoutes = [
  get(casePaths.topic, 'case.read', async (ctx, request) => html(await topicPage(ctx, request))),

  post(casePaths.topicAnswers, 'case.answer', async (ctx, request) => {
    const topicId = request.params.id ?? ''
    const chosen = request.fields('case')
    const [text, final, privacy] = [request.field('text'), request.field('final'), request.field('privacy')]
    const done = await answerTopic(ctx, {
      topicId,
      cases: chosen.flatMap(readChosen),
      text,
      final: final === 'ya',
      ...(isPrivacyChoice(privacy) && { privacy }),
    })
    if (isRefusal(done)) {
      const errors = done.refusal === 'invalid' ? done.errors : { '': done.reason }
      const page = await topicPage(ctx, request, { input: { text, final, chosen }, errors })
      return refused(done, () => page)
    }
    const left = done.left.map(({ ticket }) => ticket).join(', ')
    const words = `${done.answered.length} warga dijawab.${left ? ` Belum dijawab karena baru berubah: ${left}.` : ''}`
    return seeOther(casePaths.topic.href({ id: topicId }), words)
  }),

  post(casePaths.topicOf, 'case.work', async (ctx, request) => {
    const ticket = ticketOf(request)
    const [topicId, name] = [request.field('topicId'), request.field('name')]
    const together = parseTicket(request.field('with')) ?? undefined
    const done = await putUnderTopic(ctx, { ticket, topicId, name, with: together })
    if (isRefusal(done)) return again(ctx, request, done, 'topic', ['topicId', 'name'])
    return seeOther(casePaths.case.href({ ticket }), `Dikelompokkan dalam topik “${done.name}”.`)
  }),

  post(casePaths.topicLeaving, 'case.work', async (ctx, request) => {
    const ticket = ticketOf(request)
    const done = await leaveTopic(ctx, ticket)
    return isRefusal(done) ? done : seeOther(casePaths.case.href({ ticket }), 'Kasus dikeluarkan dari topik.')
  }),

  post(casePaths.merge, 'case.work', async (ctx, request) => {
    const ticket = ticketOf(request)
    const done = await mergeCase(ctx, { ticket, into: request.field('into'), version: versionOf(request) })
    if (isRefusal(done)) return again(ctx, request, done, 'merge', ['into'])
    return seeOther(casePaths.case.href({ ticket }), 'Kasus digabung. Tiket ini sekarang menuju kasus yang lebih lama.')
  }),

  post(casePaths.parting, 'case.work', async (ctx, request) => {
    const ticket = ticketOf(request)
    const done = await partCase(ctx, { ticket, version: versionOf(request) })
    if (isRefusal(done)) return again(ctx, request, done, 'merge', [])
    return seeOther(casePaths.case.href({ ticket }), 'Penggabungan dibatalkan.')
  }),

  post(casePaths.split, 'case.answer', async (ctx, request) => {
    const ticket = ticketOf(request)
    const input = { ticket, messageId: request.field('messageId'), version: versionOf(request) }
    const done = await splitCase(ctx, input)
    if (isRefusal(done)) return again(ctx, request, done, 'split', ['messageId'])
    return seeOther(casePaths.case.href({ ticket: done.ticket }), 'Pesan itu sekarang kasus sendiri.')
  }),
]

/** `KB-7F3K-9QX2:3`; what is none is left out. */
function readChosen(value: string): { ticket: string; version: number }[] {
  const [text = '', version = ''] = value.split(':')
  const ticket = parseTicket(text)
  return ticket === null ? [] : [{ ticket, version: Number(version) || 0 }]
}
