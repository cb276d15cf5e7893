import { type CountedEvent, type OpenTurn, turnsOf } from './turns.ts'

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

function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle]
  if (high === undefined) return null
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2
}
