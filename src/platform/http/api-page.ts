import Type, { type Static, type TSchema } from 'typebox'

/** `?limit=&cursor=` of every list. */
export const pageQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
})

export const limitOf = (query: Static<typeof pageQuery>): number => query.limit ?? 50

/** The answer of every list: `next` is the cursor of the following page, null on the last. */
export const listOf = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: Type.Union([Type.String(), Type.Null()]) })

/** Cuts a page out of rows that were read with one more than the limit. `cursorOf` names where the next one begins. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (last: T) => string,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}
