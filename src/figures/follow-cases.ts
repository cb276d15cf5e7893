import type { Ctx } from '../platform/ctx.ts'
import type { Follower, RecordedEvent } from '../platform/events.ts'
import { monthInWib } from '../platform/time.ts'
import { moveEnds } from './data/move-ends.ts'
import { type KnownTurn, latestTurns, saveTurns } from './data/turn-rows.ts'
import { fillTurnsOf } from './fill-turns.ts'
import { advance, type CountedEvent } from './turns.ts'

/** Keeps the table of turns in step with the cases, in the transaction of the change. */
export const followCases: Follower = async (ctx, events) => {
  for (let left = events; left.length > 0; ) {
    const seen = new Set<string>()
    const once = left.filter(({ id }) => !seen.has(id) && seen.add(id))
    await followEach(ctx, once)
    const done = new Set(once)
    left = left.filter((event) => !done.has(event))
  }
}

/**
 * One read and one write for as many events as were recorded together, each of another case. A case from before the
 * table is read from its whole log.
 */
async function followEach(ctx: Ctx, events: readonly RecordedEvent[]): Promise<void> {
  const opened = events.filter(({ action }) => action === 'case.opened')
  const others = events.filter(({ action }) => action !== 'case.opened')
  const latest = others.length > 0 ? await latestTurns(ctx, idsOf(others)) : new Map<string, KnownTurn>()
  await fillTurnsOf(ctx, idsOf(others.filter(({ id }) => !latest.has(id))))
  const known = [...opened, ...others.filter(({ id }) => latest.has(id))]
  await saveTurns(
    ctx,
    known.flatMap((event) => nextVersions(ctx, latest.get(event.id), event)),
  )
}

const idsOf = (events: readonly RecordedEvent[]): string[] => events.map(({ id }) => id)

/** A clock of the server that was set back does not change a month that is over. */
function nextVersions(ctx: Ctx, former: KnownTurn | undefined, event: RecordedEvent): KnownTurn[] {
  const month = `${monthInWib(ctx.now)}-01`
  return advance(former?.turn, asCounted(event)).map((turn) => ({
    turn,
    knownFrom: former && former.turn.number === turn.number && former.knownFrom > month ? former.knownFrom : month,
  }))
}

/**
 * Of a change of calendar, thousands at once: nothing but the end moves, so the turns are not read. Of two events of one
 * case the later end stays.
 */
const followEnds: Follower = async (ctx, events) => {
  const ends = new Map<string, string | null>()
  for (const { id, after } of events) {
    const { clocks } = (after ?? {}) as { clocks?: { step: string; dueAt: Date | string | null }[] }
    const clock = clocks?.find(({ step }) => step === 'final-answer')
    if (clock) ends.set(id, clock.dueAt instanceof Date ? clock.dueAt.toISOString() : clock.dueAt)
  }
  if (ends.size === 0) return
  const moved = [...ends].map(([caseId, dueAt]) => ({ caseId, dueAt }))
  await fillTurnsOf(ctx, await moveEnds(ctx, `${monthInWib(ctx.now)}-01`, moved))
}

/** Instants are text, as they are once the event is in its table. */
const asCounted = ({ id, agencyId, at, action, after }: RecordedEvent): CountedEvent => ({
  caseId: id,
  agencyId,
  at,
  action,
  after: after === undefined ? null : JSON.parse(JSON.stringify(after)),
})

/** All else that can change a turn, or by what it is found: kind, class, theme, topic, place. */
const followedActions = [
  'case.opened',
  'case.reopened',
  'case.passed-on',
  'case.classified',
  'case.triaged',
  'case.topic-set',
  'case.topic-left',
  'case.paused',
  'case.resumed',
  'case.answer-published',
  'case.closed',
  'case.merged',
  'case.unmerged',
] as const

export const caseFollowers: Readonly<Record<string, Follower>> = {
  ...Object.fromEntries(followedActions.map((action) => [action, followCases])),
  'case.due-changed': followEnds,
}
