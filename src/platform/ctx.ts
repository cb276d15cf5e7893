import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Area } from './area.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { Followers } from './events.ts'
import type { Files } from './files/files.ts'
import type { PageCache } from './http/page-cache.ts'
import type { Queue } from './queue/queue.ts'

/** One role a person holds now; `agencyId` is null for the roles that span the whole city. */
export interface Grant {
  role: string
  agencyId: string | null
}

/** Who acts. `public` is anybody without an account (a contributor gives a name), `system` a job or a schedule. */
export type Actor =
  | { kind: 'person'; id: string; name: string; grants: readonly Grant[] }
  | { kind: 'token'; id: string; name: string; grants: readonly Grant[] }
  | { kind: 'public' }
  | { kind: 'public'; name: string }
  | { kind: 'system'; name: string }

/** What the process owns for its whole life; made once, in `main.ts`. */
export interface Platform {
  config: Config
  db: Kysely<Database>
  queue: Queue
  files: Files
  pages: PageCache
  followers: Followers
  areas: readonly Area[]
  log: Logger
  /** The only clock. Tests set it. */
  clock: () => Date
}

/** First parameter of all that acts. Inside `transaction` the inner one writes, the outer one does not. */
export interface Ctx {
  db: Kysely<Database>
  actor: Actor
  /** Instant of the request or job, UTC. */
  now: Date
  platform: Platform
  /** Run after the outermost transaction has committed, in order. Present only inside `transaction`. */
  committed?: (() => void)[]
}

/** A context outside any request: for jobs, schedules and the command line. */
export function systemCtx(platform: Platform, name: string, now = platform.clock()): Ctx {
  return { db: platform.db, actor: { kind: 'system', name }, now, platform }
}
