import { job } from '../../platform/queue/queue.ts'
import { closeSilentCases } from '../close-silent-cases.ts'

/** Each morning: answered cases from which nothing was heard any more. */
export const closeSilentCasesJob = job<Record<never, never>>({
  name: 'close-silent-cases',
  run: (ctx) => closeSilentCases(ctx),
})
