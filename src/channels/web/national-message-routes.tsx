import { findAgencies } from '../../agencies/find-agencies.ts'
import { may } from '../../agencies/policy.ts'
import { get, html, post, refused, seeOther } from '../../platform/http/route.ts'
import { isRefusal } from '../../platform/refusal.ts'
import { dayInWib } from '../../platform/time.ts'
import { addNationalMessage } from '../add-national-message.ts'
import { findMessageUses, findNationalMessage, findNationalMessages } from '../find-national-messages.ts'
import { channelPaths } from '../paths.ts'
import { NationalMessagePage } from './national-message-page.tsx'
import { NationalMessagesPage } from './national-messages-page.tsx'

export const nationalMessageRoutes = [
  get(channelPaths.nationalMessages, 'post.read', async (ctx, { frame }) => {
    const blank = { title: '', issuer: '', text: '', sourceUrl: '', from: dayInWib(ctx.now), until: '' }
    const input = may(ctx.actor, 'announcement.manage') ? blank : null
    return html(<NationalMessagesPage frame={frame} messages={await findNationalMessages(ctx)} input={input} />)
  }),

  post(channelPaths.nationalMessages, 'announcement.manage', async (ctx, { frame, field }) => {
    const input = {
      title: field('title'),
      issuer: field('issuer'),
      text: field('text'),
      sourceUrl: field('sourceUrl'),
      from: field('from'),
      until: field('until'),
    }
    const done = await addNationalMessage(ctx, input)
    if (!isRefusal(done)) return seeOther(channelPaths.nationalMessage.href({ id: done.id }), 'Narasi tercatat.')
    const messages = await findNationalMessages(ctx)
    return refused(done, (errors) => (
      <NationalMessagesPage frame={frame} messages={messages} input={input} errors={errors} />
    ))
  }),

  get(channelPaths.nationalMessage, 'post.read', async (ctx, { frame, params }) => {
    const message = await findNationalMessage(ctx, params.id ?? '')
    const [uses, agencies] = await Promise.all([findMessageUses(ctx, message.id), findAgencies(ctx)])
    const names = new Map(agencies.map(({ id, name }) => [id, name]))
    const named = uses.map((use) => ({ ...use, agency: names.get(use.agencyId) ?? use.agencyId }))
    return html(<NationalMessagePage frame={frame} message={message} uses={named} />)
  }),
]
