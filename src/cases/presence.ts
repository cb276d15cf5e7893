import type { Ctx } from '../platform/ctx.ts'
import { readCase } from './data/case-rows.ts'
import './data/search-tables.ts'

/** Somebody else who has the case open right now. */
export interface Onlooker {
  name: string
  writing: boolean
}

/** Without script a page counts as looked at for so long; with it, it says so again every 15 s. */
const seconds = { page: 120, ping: 40 } as const

/** Says that this person looks at the case, and answers who else does. Throws `Missing`. */
export async function lookAt(
  ctx: Ctx,
  ticket: string,
  how: { by: keyof typeof seconds; writing: boolean },
): Promise<Onlooker[]> {
  const { id } = await readCase(ctx, ticket)
  const { actor, now } = ctx
  if (actor.kind !== 'person') return []
  const row = { person_name: actor.name, writing: how.writing, until: new Date(now.getTime() + seconds[how.by] * 1000) }
  await ctx.db
    .insertInto('case_presence')
    .values({ case_id: id, person_id: actor.id, ...row })
    .onConflict((here) => here.columns(['case_id', 'person_id']).doUpdateSet(row))
    .execute()
  await ctx.db.deleteFrom('case_presence').where('case_id', '=', id).where('until', '<', now).execute()
  return ctx.db
    .selectFrom('case_presence')
    .select(['person_name as name', 'writing'])
    .where('case_id', '=', id)
    .where('person_id', '<>', actor.id)
    .where('until', '>=', now)
    .orderBy('person_name')
    .execute()
}

/** The page was left. */
export async function lookAway(ctx: Ctx, ticket: string): Promise<void> {
  const { id } = await readCase(ctx, ticket)
  if (ctx.actor.kind !== 'person') return
  await ctx.db.deleteFrom('case_presence').where('case_id', '=', id).where('person_id', '=', ctx.actor.id).execute()
}

/** `Budi Umpama juga sedang membuka kasus ini.`; '' for nobody. */
export function onlookersInWords(onlookers: readonly Onlooker[]): string {
  const sentence = (people: readonly Onlooker[], does: string): string =>
    people.length === 0 ? '' : `${listed(people.map(({ name }) => name))} ${does}.`
  return [
    sentence(
      onlookers.filter(({ writing }) => !writing),
      'juga sedang membuka kasus ini',
    ),
    sentence(
      onlookers.filter(({ writing }) => writing),
      'sedang menulis jawaban',
    ),
  ]
    .filter(Boolean)
    .join(' ')
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} dan ${names.at(-1)}`
