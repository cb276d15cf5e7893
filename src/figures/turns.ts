/** One line of the event log about a case, as the figures read it. */
export interface CountedEvent {
  caseId: string
  /** Who held the case after this. */
  agencyId: string | null
  at: Date
  action: string
  after: unknown
}

/**
 * Something an agency owed a citizen an answer for: a case opened with it, passed on to it, or opened again by a
 * further word.
 */
export interface Turn {
  caseId: string
  /** Of the turns of its case, from 1. */
  number: number
  agencyId: string | null
  kind: string
  channel: string
  /** When it came to the agency. */
  at: Date
  /** Whether it came from another agency: the citizen's clock was running already. */
  passedIn: boolean
  /** The end of the final answer's clock; null when unknown. */
  dueAt: Date | null
  /** When the final answer was published; null while there is none. */
  answeredAt: Date | null
  /** When the answer was recorded here, which is what puts it into a month. */
  recordedAt: Date | null
  inTime: boolean | null
  workingMinutes: number | null
  /** When it was no longer owed although there was no answer. */
  leftAt: Date | null
  leftHow: 'passed-on' | 'without-answer' | null
  closedAt: Date | null
  outcome: string | null
  solved: boolean | null
}

interface Told {
  kind?: string
  channel?: string
  final?: boolean
  ground?: string | null
  outcome?: string | null
  solved?: boolean | null
  at?: string
  clocks?: { step: string; dueAt: string | null }[]
  stopped?: { step: string; dueAt: string | null; inTime: boolean | null; workingMinutes: number | null }[]
}

/**
 * What one event makes of the latest turn of its case: the turns that are new or other than before. Pure. Events that
 * concern no turn make nothing; so does all that comes before a case was opened.
 */
export function advance(latest: Turn | undefined, { caseId, agencyId, at, action, after }: CountedEvent): Turn[] {
  const told = (after ?? {}) as Told
  if (action === 'case.opened' || (action === 'case.reopened' && latest))
    return [beginTurn(latest, { caseId, agencyId, at, told })]
  if (!latest) return []
  if (action === 'case.passed-on') return passOn(latest, agencyId, at, told)
  if (action === 'case.answer-published') return told.final ? endTurn(latest, at, told) : []
  if (action === 'case.closed' || action === 'case.merged') return [closeTurn(latest, at, told)]
  const turn = action === 'case.unmerged' ? { ...latest, ...stillOwed } : latest
  const moved = turn.recordedAt === null ? finalClock(told.clocks) : undefined
  if (!moved && clockActions.has(action)) return []
  return [
    {
      ...turn,
      ...(action === 'case.classified' && told.kind && { kind: told.kind }),
      ...(moved && { dueAt: instant(moved.dueAt) }),
    },
  ]
}

/** These change nothing but clocks. */
const clockActions: ReadonlySet<string> = new Set(['case.due-changed', 'case.paused', 'case.resumed'])

/** Reads the log of all cases, in its order, into turns. */
export function turnsOf(events: readonly CountedEvent[]): Turn[] {
  const turns = new Map<string, Turn>()
  const latest = new Map<string, Turn>()
  for (const event of events)
    for (const turn of advance(latest.get(event.caseId), event)) {
      turns.set(`${turn.caseId} ${turn.number}`, turn)
      latest.set(event.caseId, turn)
    }
  return [...turns.values()]
}

const fresh = {
  passedIn: false,
  answeredAt: null,
  recordedAt: null,
  inTime: null,
  workingMinutes: null,
  leftAt: null,
  leftHow: null,
  closedAt: null,
  outcome: null,
  solved: null,
} as const

const beginTurn = (
  former: Turn | undefined,
  { caseId, agencyId, at, told }: { caseId: string; agencyId: string | null; at: Date; told: Told },
): Turn => ({
  ...fresh,
  caseId,
  agencyId,
  at,
  number: (former?.number ?? 0) + 1,
  kind: told.kind ?? former?.kind ?? '',
  channel: told.channel ?? former?.channel ?? '',
  dueAt: instant(finalClock(told.clocks)?.dueAt ?? null),
})

/** The agency that held it has no more to answer; the other one owes the same citizen by the same clock. */
const passOn = (latest: Turn, agencyId: string | null, at: Date, told: Told): Turn[] => [
  { ...latest, leftAt: at, leftHow: 'passed-on' },
  {
    ...latest,
    agencyId,
    at,
    number: latest.number + 1,
    passedIn: true,
    leftAt: null,
    leftHow: null,
    dueAt: instant(finalClock(told.clocks)?.dueAt ?? null) ?? latest.dueAt,
  },
]

function endTurn(turn: Turn, recordedAt: Date, told: Told): Turn[] {
  const clock = finalClock(told.stopped)
  if (!clock) return []
  return [
    {
      ...turn,
      recordedAt,
      answeredAt: told.at === undefined ? recordedAt : new Date(told.at),
      dueAt: instant(clock.dueAt),
      inTime: clock.inTime,
      workingMinutes: clock.workingMinutes,
    },
  ]
}

/** Closed without an answer it is owed no more, and never counts as answered. */
function closeTurn(turn: Turn, at: Date, { ground, outcome: told, solved }: Told): Turn {
  // Before there were outcomes a closing had a ground, or none where the answer was the end.
  const outcome = told ?? (ground ? (formerGrounds[ground] ?? ground) : 'done')
  const isOwed = turn.recordedAt === null && turn.leftAt === null
  return {
    ...turn,
    closedAt: at,
    outcome,
    // What needs no new answer was solved, and counted, when it was answered before.
    solved: outcome === 'no-answer-needed' ? null : (solved ?? !ground),
    ...(isOwed && { leftAt: at, leftHow: 'without-answer' as const }),
  }
}

const formerGrounds: Readonly<Record<string, string>> = { 'not-a-matter': 'archived' }

/** Of a merge that was undone: as if it had not been closed. */
const stillOwed = { leftAt: null, leftHow: null, closedAt: null, outcome: null, solved: null } as const

const finalClock = <Clock extends { step: string }>(clocks: readonly Clock[] | undefined): Clock | undefined =>
  clocks?.find(({ step }) => step === 'final-answer')

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))
