import { bytes, get, hook, type Reply } from '../../platform/http/route.ts'
import { Missing } from '../../platform/refusal.ts'
import { channelPaths } from '../paths.ts'
import { type PushOutcome, receivePush } from '../receive-push.ts'
import { challengeAnswer } from '../x/push-signature.ts'

const statuses: Record<PushOutcome, number> = { kept: 200, forged: 403, unreadable: 400, off: 404 }

/** Far above what X sends for one event; more is refused before it is read. */
const most = 1024 * 1024

const plain = (status: number): Reply => ({ kind: 'bytes', type: 'application/json', body: '{}', status })

/** Where X pushes to: it challenges the address by GET, and posts events that it signed. */
export const pushRoutes = [
  get(channelPaths.push, 'anyone', async (ctx, { query }) => {
    const secret = ctx.platform.config.x.consumerSecret
    const token = query.get('crc_token')
    if (secret === null || token === null || token.length > 500) throw new Missing('challenge of X')
    return bytes('application/json', JSON.stringify(challengeAnswer(secret, token)))
  }),

  hook(channelPaths.push, { bodyLimit: most }, async (ctx, { raw, headers }) => {
    const signature = headers['x-twitter-webhooks-signature']
    return plain(statuses[await receivePush(ctx, raw, typeof signature === 'string' ? signature : '')])
  }),
]
