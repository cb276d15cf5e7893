import { job } from '../../platform/queue/queue.ts'
import { sendReset } from '../send-reset.ts'

/** Carries the address as it was written: whose it is may not be asked while the person who wrote it waits. */
export const mailReset = job<{ email: string }>({ name: 'mail-reset', run: (ctx, { email }) => sendReset(ctx, email) })
