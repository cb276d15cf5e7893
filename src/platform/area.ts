import type { Ctx } from './ctx.ts'
import type { RecordedEvent } from './events.ts'
import type { Route } from './http/route.ts'
import type { Job, Schedule } from './queue/queue.ts'

/** What an area gives to the house. `areas.ts` lists them all. */
export interface Area {
  name: string
  routes: readonly Route[]
  jobs: readonly Job[]
  schedules: readonly Schedule[]
  /** Called in the transaction that records the event, so that an area can react to another it may not import. */
  follows?: Readonly<Record<string, (ctx: Ctx, event: RecordedEvent) => Promise<void>>>
}
