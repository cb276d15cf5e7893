import type { Evidence, Finding } from '../evidence.ts'
import type { Visit } from '../visit-site.ts'

export interface Seen {
  evidence?: Evidence[]
  findings?: Finding[]
}

/**
 * One thing looked for in what a visit fetched. Pure: it asks neither network nor database. A new check is a file
 * here, its test, and a line in `checks.ts`.
 */
export interface Check {
  name: string
  look: (visit: Visit) => Seen
}
