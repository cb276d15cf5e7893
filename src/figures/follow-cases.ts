import type { Ctx } from '../platform/ctx.ts'
import type { Follower, RecordedEvent } from '../platform/events.ts'
import { monthInWib } from '../platform/time.ts'
import { type KnownTurn, latestTurns, saveTurns } from './data/turn-rows.ts'
import { fillTurnsOf } from './fill-turns.ts'
import { advance, type CountedEvent } from './turns.ts'

/**
 * Keeps the table of turns in step with the cases, in the transaction of the change: one read and one write for as many
 * events as were recorded together, each of another case. A case from before the table is read from its whole log.
 */
export const followCases: Follower = async (ctx, events) => {
  const opened = events.filter(({ action }) => action === 'case.opened')
  const others = events.filter(({ action }) => action !== 'case.opened')
  const latest =
    others.length > 0
      ? await latestTurns(
          ctx,
          others.map(({ id }) => id),
        )
      : new Map<string, KnownTurn>()
  const fromBefore = others.filter(({ id }) => !latest.has(id)).map(({ id }) => id)
  if (fromBefore.length > 0) await fillTurnsOf(ctx, fromBefore)
  const known = [...opened, ...others.filter(({ id }) => latest.has(id))]
  await saveTurns(
    ctx,
    known.flatMap((event) => nextVersions(ctx, latest.get(event.id), event)),
  )
}

/** A clock of the server that was set back does not change a month that is over. */
function nextVersions(ctx: Ctx, former: KnownTurn | undefined, event: RecordedEvent): KnownTurn[] {
  const month = `${monthInWib(ctx.now)}-01`
  return advance(former?.turn, asCounted(event)).map((turn) => ({
    turn,
    knownFrom: former && former.turn.number === turn.number && former.knownFrom > month ? former.knownFrom : month,
  }))
}

/** Instants are text, as they are once the event is in its table. */
const asCounted = ({ id, agencyId, at, action, after }: RecordedEvent): CountedEvent => ({
  caseId: id,
  agencyId,
  at,
  action,
  after: after === undefined ? null : JSON.parse(JSON.stringify(after)),
})

/** All that can change a turn, or by what it is found: kind, class, theme, topic, place. */
export const followedActions = [
  'case.opened',
  'case.reopened',
  'case.passed-on',
  'case.classified',
  'case.due-changed',
  'case.answer-published',
  'case.closed',
] as const

export const caseFollowers: Readonly<Record<string, Follower>> = Object.fromEntries(
  followedActions.map((action) => [action, followCases]),
)
