import { type RawBuilder, sql } from 'kysely'

/** The version of a turn that was known at the end of this month (its first day, WIB). */
export const knownAt = (month: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`turn.known_from <= ${month} and (turn.known_until is null or turn.known_until > ${month})`
