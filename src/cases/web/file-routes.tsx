import { get } from '../../platform/http/route.ts'
import { Missing } from '../../platform/refusal.ts'
import { fileReply } from '../file-reply.ts'
import { findFile } from '../find-file.ts'
import { casePaths } from '../paths.ts'
import { parseTicket } from '../ticket.ts'

export const fileRoutes = [
  get(casePaths.file, 'case.read', async (ctx, { params }) => {
    const ticket = parseTicket(params.ticket ?? '')
    if (ticket === null) throw new Missing(`case ${params.ticket}`)
    return fileReply(await findFile(ctx, ticket, params.id ?? ''))
  }),
]
