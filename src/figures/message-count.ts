import { type CountedEvent, type Turn, turnsOf } from './turns.ts'

/** In which figures of a month a turn can be counted. */
export type FigureName =
  | 'received'
  | 'answered'
  | 'passedOn'
  | 'withoutAnswer'
  | 'inTime'
  | 'solved'
  | 'late'
  | 'openAtEnd'

export interface CountedTurn extends Turn {
  counted: readonly FigureName[]
}

/** Of a month. `openAtEnd` is what was open before and received, less what was answered, passed on or closed. */
export interface MessageFigures<Listed extends CountedTurn = CountedTurn> {
  received: number
  answered: number
  /** Handed to the agency they belong to. */
  passedOn: number
  /** Closed without an answer: thanks, advertisements, duplicates. */
  withoutAnswer: number
  /** Of the answered: by the end of their clock. */
  inTime: number
  /** Closed with an outcome that is a solution. */
  solved: number
  /** Breaches: due in the month (or come in it, already overdue), held then, and without a final answer then. */
  late: number
  openAtEnd: number
  /** Working minutes from the citizen's word to the final answer, of the answered; null when there was none. */
  medianMinutes: number | null
  byChannel: { channel: string; received: number; answered: number; late: number }[]
  /** All that is counted above, the oldest first. */
  list: Listed[]
}

export interface Month {
  from: Date
  to: Date
}

/** The turns behind one figure. */
export const listBehind = <Listed extends CountedTurn>(figures: MessageFigures<Listed>, name: FigureName): Listed[] =>
  figures.list.filter(({ counted }) => counted.includes(name))

/** Counts an agency's events before `to` for the month from `from`, both instants, half-open. Pure. */
export const countMessages = (events: readonly CountedEvent[], agencyId: string, month: Month): MessageFigures =>
  countTurns(
    turnsOf(events.filter(({ at }) => at < month.to)).filter((turn) => turn.agencyId === agencyId),
    month,
  )

/** Counts turns as they were known at the month's end. Pure. */
export function countTurns<T extends Turn>(turns: readonly T[], month: Month): MessageFigures<T & CountedTurn> {
  const list = turns
    .map((turn) => ({ ...turn, counted: countedIn(turn, month) }))
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
    solved: count('solved'),
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

function countedIn(turn: Turn, { from, to }: Month): FigureName[] {
  const within = (at: Date | null): boolean => at !== null && at >= from && at < to
  const answered = within(turn.recordedAt)
  const names: [FigureName, boolean][] = [
    ['received', within(turn.at)],
    ['answered', answered],
    ['inTime', answered && turn.inTime === true],
    ['passedOn', turn.leftHow === 'passed-on' && within(turn.leftAt)],
    ['withoutAnswer', turn.leftHow === 'without-answer' && within(turn.leftAt)],
    ['solved', turn.solved === true && within(turn.closedAt)],
    ['late', within(brokenFrom(turn))],
    ['openAtEnd', turn.recordedAt === null && turn.leftAt === null],
  ]
  return names.flatMap(([name, is]) => (is ? [name] : []))
}

/**
 * From when a turn counts as broken: from its end, unless it was answered by then, or another agency held it then. What
 * came when its end was over already (a letter entered late) is broken from the day it came.
 */
function brokenFrom({ dueAt, answeredAt, passedIn, at, leftAt }: Turn): Date | null {
  if (dueAt === null || (answeredAt !== null && answeredAt <= dueAt)) return null
  const from = at > dueAt ? at : dueAt
  return (passedIn && at > dueAt) || (leftAt !== null && leftAt <= from) ? null : from
}

function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle]
  if (high === undefined) return null
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2
}
