import { type GeneratedAlways, sql } from 'kysely'
import type { Actor, Ctx } from './ctx.ts'

/** The event table is append-only (a trigger refuses change and removal) and feeds timeline, audit and reports. */
export interface EventTable {
  id: GeneratedAlways<string>
  at: Date
  actor_kind: Actor['kind']
  actor_id: string | null
  actor_name: string
  action: string
  thing: string
  thing_id: string
  agency_id: string | null
  before: unknown
  after: unknown
}

declare module './db/database.ts' {
  interface Database {
    event: EventTable
  }
}

export interface EventInput {
  /** The noun: `content`, `case`, `post`... */
  thing: string
  id: string
  agencyId: string | null
  /** Plain JSON, without personal data of citizens (UU 27/2022): events outlive erasure. */
  before?: unknown
  after?: unknown
}

export interface RecordedEvent extends EventInput {
  action: string
  at: Date
}

type Follower = (ctx: Ctx, event: RecordedEvent) => Promise<void>

/**
 * Writes one event, in the transaction of the change, then lets the areas that follow this action react.
 *
 * `action` is `noun.past-participle` (`content.published`). Throws outside a transaction: an event without its
 * change, or a change without its event, must not exist.
 */
export async function record(ctx: Ctx, action: string, event: EventInput): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error(`record('${action}') outside a transaction`)
  const { actor, now } = ctx
  await ctx.db
    .insertInto('event')
    .values({
      at: now,
      actor_kind: actor.kind,
      actor_id: 'id' in actor ? actor.id : null,
      actor_name: 'name' in actor ? actor.name : 'Warga',
      action,
      thing: event.thing,
      thing_id: event.id,
      agency_id: event.agencyId,
      before: event.before === undefined ? null : sql`${JSON.stringify(event.before)}::jsonb`,
      after: event.after === undefined ? null : sql`${JSON.stringify(event.after)}::jsonb`,
    })
    .execute()
  for (const follow of ctx.platform.followers.get(action) ?? []) await follow(ctx, { ...event, action, at: now })
}

/** Who reacts to which action; built once from the list of areas. */
export type Followers = ReadonlyMap<string, readonly Follower[]>

export function followersOf(areas: readonly { follows?: Readonly<Record<string, Follower>> }[]): Followers {
  const followers = new Map<string, Follower[]>()
  for (const { follows } of areas)
    for (const [action, follow] of Object.entries(follows ?? {}))
      followers.set(action, [...(followers.get(action) ?? []), follow])
  return followers
}
