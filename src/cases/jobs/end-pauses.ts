import { job } from '../../platform/queue/queue.ts'
import { endPauses } from '../end-pauses.ts'

export const endPausesJob = job<Record<never, never>>({ name: 'end-pauses', run: (ctx) => endPauses(ctx) })
