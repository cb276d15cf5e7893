import { scopeOf } from '../agencies/policy.ts'
import type { Ctx } from '../platform/ctx.ts'
import { isId } from '../platform/id.ts'
import { Missing } from '../platform/refusal.ts'
import './data/work-tables.ts'
import type { SavedAnswer } from './saved-answer.ts'

const columns = ['id', 'agency_id as agencyId', 'title', 'text'] as const

const readable = (ctx: Ctx) => {
  const scope = scopeOf(ctx.actor, 'case.work')
  return ctx.db
    .selectFrom('saved_answer')
    .select(columns)
    .where('removed_at', 'is', null)
    .$if(scope !== 'all', (query) =>
      query.where((where) =>
        where.or([
          where('agency_id', 'is', null),
          ...(scope.length > 0 ? [where('agency_id', 'in', scope as readonly string[])] : []),
        ]),
      ),
    )
}

/** Texts to answer with, of these agencies and the whole city; `words` must all stand in title or text. */
export async function findSavedAnswers(
  ctx: Ctx,
  { agencyId, words = '' }: { agencyId?: string | undefined; words?: string | undefined },
): Promise<SavedAnswer[]> {
  let query = readable(ctx)
  if (agencyId !== undefined)
    query = query.where((where) => where.or([where('agency_id', 'is', null), where('agency_id', '=', agencyId)]))
  for (const word of words.split(/\s+/).filter(Boolean).slice(0, 8)) {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((where) => where.or([where('title', 'ilike', like), where('text', 'ilike', like)]))
  }
  return query.orderBy('agency_id').orderBy('title').limit(200).execute()
}

/** One of them. Throws `Missing`. */
export async function findSavedAnswer(ctx: Ctx, id: string): Promise<SavedAnswer> {
  const found = isId(id) ? await readable(ctx).where('id', '=', id).executeTakeFirst() : undefined
  if (!found) throw new Missing(`saved answer ${id}`)
  return found
}
