import { job } from '../../platform/queue/queue.ts'
import { fillTurns } from '../fill-turns.ts'

/** Once after the table of turns came into an installation; ever after it only looks whether it was done. */
export const fillTurnsJob = job({ name: 'fill-turns', run: fillTurns, expiresAfterSeconds: 7200 })
