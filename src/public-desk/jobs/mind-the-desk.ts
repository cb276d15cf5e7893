import { job } from '../../platform/queue/queue.ts'
import { sweepHeldFiles } from '../held-files.ts'
import { warnOfClosing } from '../tell-citizen.ts'

/** Each morning: what was held for a form that never came is thrown away, and who should hear of a closing hears. */
export const mindTheDesk = job<Record<never, never>>({
  name: 'mind-the-public-desk',
  async run(ctx) {
    await sweepHeldFiles(ctx)
    await warnOfClosing(ctx)
  },
})
