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

/** Told of one event, or of several alike that were recorded together. */
export type Follower = (ctx: Ctx, events: readonly RecordedEvent[]) => Promise<void>

/**
 * Writes one event, in the transaction of the change, then lets the areas that follow this action react.
 *
 * `action` is `noun.past-participle` (`content.published`). Throws outside a transaction: an event without its
 * change, or a change without its event, must not exist.
 */
export const record = (ctx: Ctx, action: string, event: EventInput): Promise<void> => recordAll(ctx, action, [event])

/** `record` for a change of many things at once: one statement, and followers are told once. */
export async function recordAll(ctx: Ctx, action: string, events: readonly EventInput[]): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error(`record('${action}') outside a transaction`)
  if (events.length === 0) return
  const { actor, now } = ctx
  // One JSON text for all: in arrays of JSON every quote would be escaped here and read again there.
  const told = events.map(({ thing, id, agencyId, before, after }) => ({ thing, id, agency: agencyId, before, after }))
  await sql`
    insert into event (at, actor_kind, actor_id, actor_name, action, thing, thing_id, agency_id, before, after)
    select ${now}::timestamptz, ${actor.kind}::text, ${'id' in actor ? actor.id : null}::text,
      ${'name' in actor ? actor.name : 'Warga'}::text, ${action}::text, thing, id, agency, before, after
    from json_to_recordset(${JSON.stringify(told)}::json)
      as told (thing text, id text, agency text, before jsonb, after jsonb)`.execute(ctx.db)
  for (const follow of ctx.platform.followers.get(action) ?? [])
    await follow(
      ctx,
      events.map((event) => ({ ...event, action, at: now })),
    )
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
