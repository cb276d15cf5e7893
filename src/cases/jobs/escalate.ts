import { job } from '../../platform/queue/queue.ts'
import { escalate } from '../escalate.ts'

/** Twice an hour. Offices keep different hours: the command looks at those of each agency. */
export const escalateJob = job<Record<never, never>>({ name: 'escalate-cases', run: (ctx) => escalate(ctx) })
