import { job } from '../../platform/queue/queue.ts'
import { startRound } from '../start-round.ts'

/** Every six hours. */
export const scanAll = job<object>({ name: 'monitoring.scan-all', run: startRound })
