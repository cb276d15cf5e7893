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
  ticket: string
  kind: string
  channel: string
  /** When it came to the agency. */
  at: Date
  /** The end of the final answer's clock as it stood at the month's end; null when unknown. */
  dueAt: Date | null
  /** When the final answer was published; null while there is none. */
  answeredAt: Date | null
  inTime: boolean | null
  workingMinutes: number | null
  /** In which figures of the month it is counted. */
  counted: readonly FigureName[]
}

export type FigureName = 'received' | 'answered' | 'passedOn' | 'withoutAnswer' | 'inTime' | 'late' | 'openAtEnd'

/** Of a month. `openAtEnd` is what was open before and received, less what was answered, passed on or closed. */
export interface MessageFigures {
  received: number
  answered: number
  /** Handed to the agency they belong to. */
  passedOn: number
  /** Closed on a ground that needs no answer: thanks, advertisements. */
  withoutAnswer: number
  /** Of the answered: by the end of their clock. */
  inTime: number
  /** Breaches: their due date lies in the month; the agency held them then, and had published no final answer. */
  late: number
  openAtEnd: number
  /** Working minutes from the citizen's word to the final answer, of the answered; null when there was none. */
  medianMinutes: number | null
  byChannel: { channel: string; received: number; answered: number; late: number }[]
  /** All that is counted above, the oldest first. */
  list: Turn[]
}

/** The turns behind one figure. */
export const listBehind = (figures: MessageFigures, name: FigureName): Turn[] =>
  figures.list.filter(({ counted }) => counted.includes(name))

/** Counts an agency's events before `to` for the month from `from`, both instants, half-open. Pure. */
export function countMessages(
  events: readonly CountedEvent[],
  agencyId: string,
  month: { from: Date; to: Date },
): MessageFigures {
  const list = turnsOf(events.filter(({ at }) => at < month.to))
    .filter((turn) => turn.agencyId === agencyId)
    .map(({ agencyId: _, ...turn }) => ({ ...turn, counted: countedIn(turn, month) }))
    .filter(({ counted }) => counted.length > 0)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
  const count = (name: FigureName, channel?: string): number =>
    list.filter((turn) => turn.counted.includes(name) && (channel === undefined || turn.channel === channel)).length
  const channels = [...new Set(list.map(({ channel }) => channel))].sort()
  return {
    received: count('received'),
    answered: count('answered'),
    passedOn: count('passedOn'),
    withoutAnswer: count('withoutAnswer'),
    inTime: count('inTime'),
    late: count('late'),
    openAtEnd: count('openAtEnd'),
    medianMinutes: median(
      list.flatMap(({ counted, workingMinutes }) =>
        counted.includes('answered') && workingMinutes !== null ? [workingMinutes] : [],
      ),
    ),
    byChannel: channels.map((channel) => ({
      channel,
      received: count('received', channel),
      answered: count('answered', channel),
      late: count('late', channel),
    })),
    list,
  }
}

/** A turn while it is read, with the instant its answer was recorded here, which is what puts it into a month. */
interface OpenTurn extends Omit<Turn, 'counted'> {
  recordedAt: Date | null
  agencyId: string | null
  /** When it was passed on to this agency, and by it to another one. */
  passedIn: Date | null
  passedAt: Date | null
  /** When it was closed without an answer. */
  droppedAt: Date | null
}

function countedIn(turn: Omit<OpenTurn, 'agencyId'>, { from, to }: { from: Date; to: Date }): FigureName[] {
  const within = (at: Date | null): boolean => at !== null && at >= from && at < to
  const answered = within(turn.recordedAt)
  const { dueAt, passedIn, passedAt, droppedAt } = turn
  const leftAt = passedAt ?? droppedAt
  const held = dueAt !== null && (passedIn === null || passedIn <= dueAt) && (leftAt === null || leftAt > dueAt)
  const broken = turn.dueAt !== null && (turn.answeredAt === null || turn.answeredAt > turn.dueAt)
  const names: [FigureName, boolean][] = [
    ['received', within(turn.at)],
    ['answered', answered],
    ['inTime', answered && turn.inTime === true],
    ['passedOn', within(passedAt)],
    ['withoutAnswer', within(droppedAt)],
    ['late', within(turn.dueAt) && held && broken],
    ['openAtEnd', turn.recordedAt === null && leftAt === null],
  ]
  return names.flatMap(([name, is]) => (is ? [name] : []))
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
function turnsOf(events: readonly CountedEvent[]): OpenTurn[] {
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

function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle]
  if (high === undefined) return null
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2
}
