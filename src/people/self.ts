import type { Ctx } from '../platform/ctx.ts'
import { Missing } from '../platform/refusal.ts'

/** Who asks about their own account. Throws `Missing` for a token or a job, which have none. */
export function selfOf({ actor }: Ctx): string {
  if (actor.kind !== 'person') throw new Missing('person')
  return actor.id
}
