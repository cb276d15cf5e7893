import { post, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { casePaths } from '../paths.ts'
import { pauseClock, resumeClock } from '../pause-clock.ts'
import { again, ticketOf, versionOf } from './case-request.tsx'

export const pauseRoutes = [
  post(casePaths.pauses, 'case.answer', async (ctx, request) => {
    const ticket = ticketOf(request)
    const [reason, note] = [request.field('reason'), request.field('note')]
    const done = await pauseClock(ctx, { ticket, reason, note, version: versionOf(request) })
    if (isRefusal(done)) return again(ctx, request, done, 'pause', ['reason', 'note'])
    return seeOther(casePaths.case.href({ ticket }), 'Hitungan waktu dijeda.')
  }),

  post(casePaths.resumption, 'case.answer', async (ctx, request) => {
    const ticket = ticketOf(request)
    const done = await resumeClock(ctx, { ticket, version: versionOf(request) })
    if (isRefusal(done)) return again(ctx, request, done, 'pause', [])
    return seeOther(casePaths.case.href({ ticket }), 'Hitungan waktu berjalan lagi.')
  }),
]
