import type { Actor, Ctx } from '../ctx.ts'

/** What the web needs to know of people and agencies, given by the composition root: platform knows no area. */
export interface Gate {
  /** The person with today's roles; null when the person is gone. */
  actorOf: (ctx: Ctx, personId: string) => Promise<Actor | null>
  /** Whether the policy allows this action in at least one agency. */
  may: (actor: Actor, action: string) => boolean
  /** The agency whose public site has this host name. */
  agencyAt: (host: string) => string | undefined
  signInPath: string
}
