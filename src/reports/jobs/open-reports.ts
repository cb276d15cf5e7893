import { job } from '../../platform/queue/queue.ts'
import { openReports } from '../open-report.ts'

/** Opens the report of the month that has just ended, for every agency that owes one. */
export const openReportsJob = job({ name: 'open-reports', run: (ctx) => openReports(ctx) })
