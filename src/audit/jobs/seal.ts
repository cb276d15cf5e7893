import { job } from '../../platform/queue/queue.ts'
import { sealEvents } from '../seal-events.ts'

export const sealJob = job<Record<string, never>>({ name: 'audit.seal', run: (ctx) => sealEvents(ctx) })
