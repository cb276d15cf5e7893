import Type, { type Static } from 'typebox'
import type { Case } from '../case.ts'
import { inTime } from '../clock.ts'
import type { CaseInFull } from '../find-case.ts'

const instant = Type.String({ format: 'date-time' })
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/** A case as lists give it: never a person. */
export const caseSchema = Type.Object({
  ticket: Type.String(),
  register: Type.String(),
  agencyId: Type.String(),
  channel: Type.String(),
  kind: Type.String(),
  class: Type.String(),
  state: Type.String(),
  subject: Type.String(),
  receivedAt: instant,
  openedAt: instant,
  nextStep: orNull(Type.String()),
  nextDueAt: orNull(instant),
  version: Type.Integer(),
})

const clockSchema = Type.Object({
  step: Type.String(),
  /** Of an agency's own clock; null: the citizen's. */
  agencyId: orNull(Type.String()),
  unit: Type.String(),
  amount: orNull(Type.Integer()),
  /** The amount of a limit in working days. */
  days: orNull(Type.Integer()),
  startedAt: instant,
  dueAt: orNull(instant),
  unknownYear: orNull(Type.Integer()),
  stoppedAt: orNull(instant),
  stoppedBy: orNull(Type.String()),
  inTime: orNull(Type.Boolean()),
  pauses: Type.Array(
    Type.Object({ reason: Type.String(), from: instant, to: orNull(instant), limitDays: Type.Integer() }),
  ),
  former: Type.Array(Type.Object({ dueAt: orNull(instant), until: instant, reason: Type.String() })),
  basis: Type.String(),
  explanation: Type.String(),
})

const messageSchema = Type.Object({
  id: Type.String(),
  author: Type.String(),
  text: Type.String(),
  at: instant,
  state: Type.String(),
  final: Type.Boolean(),
  publicAt: orNull(instant),
  failure: orNull(Type.String()),
  url: orNull(Type.String()),
})

export const caseInFullSchema = Type.Object({
  ...caseSchema.properties,
  messages: Type.Array(messageSchema),
  clocks: Type.Array(clockSchema),
})

const text = (at: Date): string => at.toISOString()
const textOrNull = (at: Date | null): string | null => at?.toISOString() ?? null

export const caseJson = (found: Case): Static<typeof caseSchema> => ({
  ticket: found.ticket,
  register: found.register,
  agencyId: found.agencyId,
  channel: found.channel,
  kind: found.kind,
  class: found.class,
  state: found.state,
  subject: found.subject,
  receivedAt: text(found.receivedAt),
  openedAt: text(found.openedAt),
  nextStep: found.nextStep,
  nextDueAt: textOrNull(found.nextDueAt),
  version: found.version,
})

export const caseInFullJson = (found: CaseInFull): Static<typeof caseInFullSchema> => ({
  ...caseJson(found),
  messages: found.messages.map(({ id, author, text: words, at, state, final, publicAt, failure, url }) => ({
    id,
    author,
    text: words,
    at: text(at),
    state,
    final,
    publicAt: textOrNull(publicAt),
    failure,
    url,
  })),
  clocks: found.clocks.map((clock) => ({
    step: clock.step,
    agencyId: clock.agencyId,
    unit: clock.unit,
    amount: clock.amount,
    days: clock.unit === 'days' ? clock.amount : null,
    startedAt: text(clock.startedAt),
    dueAt: textOrNull(clock.dueAt),
    unknownYear: clock.unknownYear,
    stoppedAt: textOrNull(clock.stoppedAt),
    stoppedBy: clock.stoppedBy,
    inTime: inTime(clock),
    pauses: clock.pauses.map((pause) => ({ ...pause, from: text(pause.from), to: textOrNull(pause.to) })),
    former: clock.former.map((end) => ({ ...end, dueAt: textOrNull(end.dueAt), until: text(end.until) })),
    basis: clock.basis,
    explanation: clock.explanation,
  })),
})
