import { bytes, post } from '../../platform/http/route.ts'
import { casePaths } from '../paths.ts'
import { lookAt, lookAway, onlookersInWords } from '../presence.ts'
import { ticketOf } from './case-request.tsx'

export const presenceRoutes = [
  // Said again and again while the page is open.
  post(
    casePaths.presence,
    'case.read',
    async (ctx, request) => {
      const ticket = ticketOf(request)
      if (request.field('leaves') !== '') {
        await lookAway(ctx, ticket)
        return bytes('application/json', '{}')
      }
      const others = await lookAt(ctx, ticket, { by: 'ping', writing: request.field('writing') !== '' })
      return bytes('application/json', JSON.stringify({ words: onlookersInWords(others) }))
    },
    { once: false },
  ),
]
