import { get, html } from '../../platform/http/route.ts'
import { findMail, findMails } from '../find-mails.ts'
import { peoplePaths } from '../paths.ts'
import { MailPage, OutboxPage } from './outbox-pages.tsx'

const pageLength = 50

export const outboxRoutes = [
  get(peoplePaths.outbox, 'mail.read', async (ctx, { frame, query }) => {
    const found = await findMails(ctx, query.get('sebelum') ?? '', pageLength + 1)
    const mails = found.slice(0, pageLength)
    const next = found.length > pageLength ? peoplePaths.outbox.href({}, { sebelum: mails.at(-1)?.id }) : null
    return html(<OutboxPage frame={frame} mails={mails} next={next} leaves={ctx.platform.config.smtpUrl !== null} />)
  }),

  get(peoplePaths.mail, 'mail.read', async (ctx, { frame, params }) =>
    html(<MailPage frame={frame} mail={await findMail(ctx, params.id ?? '')} />),
  ),
]
