import type { Platform } from '../platform/ctx.ts'
import { exampleAppointments } from './appointments.ts'
import { exampleCaseWork } from './case-work.ts'
import { exampleCases } from './cases.ts'
import { exampleChannelPlans } from './channel-plans.ts'
import { exampleChannels } from './channels.ts'
import { type Example, loadExample } from './example.ts'
import { exampleMonitoring } from './monitoring.ts'
import { examplePublications } from './publications.ts'
import { examplePublishing } from './publishing.ts'
import { exampleReports } from './reports.ts'

/** In the order in which they build on one another. */
const parts: readonly ((city: Example) => Promise<void>)[] = [
  exampleAppointments,
  examplePublishing,
  exampleMonitoring,
  exampleCases,
  exampleCaseWork,
  examplePublications,
  exampleChannels,
  exampleChannelPlans,
  exampleReports,
]

/** Loads the example city into a seeded installation. Loading it twice changes nothing. */
export const loadExampleCity = (platform: Platform): Promise<void> => loadExample(platform, parts)
