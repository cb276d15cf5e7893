import { get, html, post, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { answerCase } from '../answer-case.ts'
import { isPrivacyChoice } from '../answer-privacy.ts'
import { classifyCase } from '../classify-case.ts'
import { readCase } from '../data/case-rows.ts'
import { seeMentions } from '../note-case.ts'
import { openReporter } from '../open-reporter.ts'
import { passOnCase } from '../pass-on-case.ts'
import { casePaths } from '../paths.ts'
import { triageCase } from '../triage-case.ts'
import { answerIn } from './answer-input.ts'
import { again, caseView, choices, ticketOf, versionOf } from './case-request.tsx'

const triageFields = ['outcome', 'kind', 'class', 'theme', 'districtId', 'subdistrictId', 'text', 'reason'] as const
type TriageFields = Record<(typeof triageFields)[number], string>

export const actRoutes = [
  get(casePaths.case, 'case.read', async (ctx, request) => {
    const page = await caseView(ctx, request)
    await seeMentions(ctx, (await readCase(ctx, ticketOf(request))).id)
    return html(page)
  }),

  post(casePaths.answers, 'case.answer', async (ctx, request) => {
    const ticket = ticketOf(request)
    const done = await answerCase(ctx, { ...answerIn(request), uploads: request.files('files') })
    if (isRefusal(done)) return again(ctx, request, done, 'answer', ['text', 'final', 'privacy'])
    const words = done.public
      ? 'Jawaban tersimpan dan sudah tampil bagi warga.'
      : 'Jawaban tersimpan dan sedang dikirim.'
    return seeOther(casePaths.case.href({ ticket }), words)
  }),

  post(casePaths.triage, 'case.answer', async (ctx, request) => {
    const ticket = ticketOf(request)
    const given = Object.fromEntries(triageFields.map((name) => [name, request.field(name)])) as TriageFields
    const privacy = request.field('privacy')
    const version = versionOf(request)
    const done = await triageCase(ctx, { ticket, version, ...given, ...(isPrivacyChoice(privacy) && { privacy }) })
    if (isRefusal(done)) return again(ctx, request, done, 'triage', triageFields)
    return seeOther(casePaths.case.href({ ticket }), 'Keputusan tersimpan.')
  }),

  post(casePaths.classification, 'case.answer', async (ctx, request) => {
    const ticket = ticketOf(request)
    const done = await classifyCase(ctx, {
      ticket,
      kind: request.field('kind'),
      class: request.field('class'),
      version: versionOf(request),
    })
    if (isRefusal(done)) return again(ctx, request, done, 'classify', ['kind', 'class'])
    return seeOther(casePaths.case.href({ ticket }), 'Klasifikasi tersimpan, batas waktu dihitung ulang.')
  }),

  post(casePaths.passage, 'case.pass-on', async (ctx, request) => {
    const ticket = ticketOf(request)
    const passed = await passOnCase(ctx, {
      ticket,
      agencyId: request.field('agencyId'),
      reason: request.field('reason'),
      version: versionOf(request),
    })
    if (isRefusal(passed)) return again(ctx, request, passed, 'pass-on', ['agencyId', 'reason'])
    const name = new Map(await choices(ctx)).get(passed.agencyId) ?? passed.agencyId
    return seeOther(casePaths.inbox.href(), `Kasus ${ticket} diteruskan ke ${name}.`)
  }),

  // Answers with the page itself: what was opened is seen once and stands at no address.
  post(
    casePaths.reporter,
    'reporter.open',
    async (ctx, request) => {
      const opened = await openReporter(ctx, { ticket: ticketOf(request), reason: request.field('reason') })
      if (isRefusal(opened)) return again(ctx, request, opened, 'reporter', ['reason'])
      return html(await caseView(ctx, request, { reporter: opened }))
    },
    { once: false },
  ),
]
