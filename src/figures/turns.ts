import type { Turn } from './message-count.ts'

/** One line of the event log about a case, as the figures read it. */
export interface CountedEvent {
  caseId: string
  /** Who held the case after this. */
  agencyId: string | null
  at: Date
  action: string
  after: unknown
}

/** A turn while it is read, with the instant its answer was recorded here, which is what puts it into a month. */
export interface OpenTurn extends Omit<Turn, 'counted'> {
  recordedAt: Date | null
  agencyId: string | null
  /** When it was passed on to this agency, and by it to another one. */
  passedIn: Date | null
  passedAt: Date | null
  /** When it was closed without an answer. */
  droppedAt: Date | null
}

interface After {
  ticket?: string
  kind?: string
  channel?: string
  final?: boolean
  ground?: string | null
  at?: string
  clocks?: { step: string; dueAt: string | null }[]
  stopped?: { step: string; dueAt: string | null; inTime: boolean | null; workingMinutes: number | null }[]
}

/** Reads the log of all cases, in its order, into turns. */
export function turnsOf(events: readonly CountedEvent[]): OpenTurn[] {
  const turns: OpenTurn[] = []
  const latest = new Map<string, OpenTurn>()
  for (const { caseId, agencyId, at, action, after } of events) {
    const told = (after ?? {}) as After
    const turn = latest.get(caseId)
    if (action === 'case.opened' || (action === 'case.reopened' && turn)) {
      const begun = { ...beginTurn(at, told, turn), agencyId }
      turns.push(begun)
      latest.set(caseId, begun)
    } else if (turn && action === 'case.passed-on') {
      turn.passedAt = at
      const begun = { ...turn, agencyId, at, passedIn: at, passedAt: null, dueAt: finalDue(told) ?? turn.dueAt }
      turns.push(begun)
      latest.set(caseId, begun)
    } else if (turn) {
      if (action === 'case.classified' && told.kind) turn.kind = told.kind
      const moved = told.clocks?.find(({ step }) => step === 'final-answer')
      if (moved && turn.recordedAt === null) turn.dueAt = instant(moved.dueAt)
      if (action === 'case.answer-published' && told.final) endTurn(turn, at, told)
      if (action === 'case.closed' && told.ground) turn.droppedAt = at
    }
  }
  return turns
}

const finalDue = ({ clocks }: After): Date | null =>
  instant(clocks?.find(({ step }) => step === 'final-answer')?.dueAt ?? null)

const beginTurn = (at: Date, told: After, former: OpenTurn | undefined): Omit<OpenTurn, 'agencyId'> => ({
  ticket: told.ticket ?? former?.ticket ?? '',
  kind: told.kind ?? former?.kind ?? '',
  channel: told.channel ?? former?.channel ?? '',
  at,
  dueAt: finalDue(told),
  answeredAt: null,
  inTime: null,
  workingMinutes: null,
  recordedAt: null,
  passedIn: null,
  passedAt: null,
  droppedAt: null,
})

function endTurn(turn: OpenTurn, recordedAt: Date, told: After): void {
  const clock = told.stopped?.find(({ step }) => step === 'final-answer')
  if (!clock) return
  turn.recordedAt = recordedAt
  turn.answeredAt = told.at === undefined ? recordedAt : new Date(told.at)
  turn.dueAt = instant(clock.dueAt)
  turn.inTime = clock.inTime
  turn.workingMinutes = clock.workingMinutes
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))
