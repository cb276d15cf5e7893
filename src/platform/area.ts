import type { Ctx } from './ctx.ts'
import type { Follower } from './events.ts'
import type { Route } from './http/route.ts'
import type { Job, Schedule } from './queue/queue.ts'

/** Something that waits for the person who just signed in; shown on `/beranda`, the most urgent first. */
export interface Waiting {
  text: string
  href: string
  /** How many things wait behind this line. */
  count: number
  urgent: boolean
}

/** One column an area adds to the register of agencies (`/perangkat-daerah`). */
export interface RegisterColumn {
  head: string
  /** Asked for the agencies of one page. By agency id; those that are missing have nothing of this kind. */
  cells: (
    ctx: Ctx,
    agencyIds: readonly string[],
  ) => Promise<Map<string, { text: string; tone: 'good' | 'warn' | 'bad' | 'quiet'; href?: string }>>
}

/** A post of an agency that changes hands. */
export interface PostChange {
  agencyId: string
  leaverId: string | null
  newcomer: { id: string; name: string }
}

/** Something that went from one person to another when a post changed hands. */
export interface GoneOver {
  text: string
  count: number
  href: string
}

/** What an area gives to the house. `areas.ts` lists them all. */
export interface Area {
  name: string
  routes: readonly Route[]
  jobs: readonly Job[]
  schedules: readonly Schedule[]
  /** Loads the rules and defaults the area ships with (calendar, limits...); doing it again changes nothing. */
  seed?: (ctx: Ctx) => Promise<unknown>
  /**
   * Gives what one person had begun for an agency to another, inside the transaction of a hand-over, and says what
   * went over. `leaverId` null: nobody held the post.
   */
  handOver?: (ctx: Ctx, post: PostChange) => Promise<GoneOver[]>
  /** What waits for this actor, limited to what they may see and do. */
  waiting?: (ctx: Ctx) => Promise<Waiting[]>
  registerColumn?: RegisterColumn
  /** The roles somebody holds today; sign-in asks, to know whether a second factor is required. */
  rolesOf?: (ctx: Ctx, personId: string) => Promise<readonly string[]>
  /** Called in the transaction that records the event, so that an area can react to another it may not import. */
  follows?: Readonly<Record<string, Follower>>
}
