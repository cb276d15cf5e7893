import type { CityRecap } from '../recap.ts'
import type { MonthlyReport } from '../report.ts'

/** What the screen shows, for other systems; described in the API as well. */
export const toJson = (document: MonthlyReport | CityRecap): string => `${JSON.stringify(document, null, 2)}\n`
