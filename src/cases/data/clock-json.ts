import type { Clock, StopCause } from '../clock.ts'
import type { ClockStep, LimitUnit } from '../sla-rule.ts'

/** A clock as the column `cases.clocks` holds it. What is empty is left out: there are five of them in every case. */
export interface ClockJson {
  step: ClockStep
  agencyId?: string | null
  ruleId: string | null
  unit: LimitUnit
  amount: number | null
  startedAt: string
  dueAt: string | null
  unknownYear?: number | null
  stoppedAt?: string | null
  stoppedBy?: StopCause | null
  pauses?: { reason: string; from: string; to: string | null; limitDays: number }[]
  told?: number
  former?: { dueAt: string | null; until: string; reason: string }[]
}

export const readClocks = (kept: readonly ClockJson[]): Clock[] =>
  kept.map((clock) => ({
    step: clock.step,
    agencyId: clock.agencyId ?? null,
    ruleId: clock.ruleId,
    unit: clock.unit,
    amount: clock.amount,
    startedAt: new Date(clock.startedAt),
    dueAt: instant(clock.dueAt),
    unknownYear: clock.unknownYear ?? null,
    stoppedAt: instant(clock.stoppedAt),
    stoppedBy: clock.stoppedBy ?? null,
    pauses: (clock.pauses ?? []).map((pause) => ({ ...pause, from: new Date(pause.from), to: instant(pause.to) })),
    told: clock.told ?? 0,
    former: (clock.former ?? []).map((end) => ({ ...end, dueAt: instant(end.dueAt), until: new Date(end.until) })),
  }))

/** The text of the column. */
export const writeClocks = (clocks: readonly Clock[]): string => JSON.stringify(clocks.map(toJson))

function toJson(clock: Clock): ClockJson {
  const { step, agencyId, ruleId, unit, amount, startedAt, dueAt, unknownYear, stoppedAt, stoppedBy } = clock
  const json: ClockJson = { step, ruleId, unit, amount, startedAt: textOf(startedAt), dueAt: dueAt && textOf(dueAt) }
  if (agencyId !== null) json.agencyId = agencyId
  if (unknownYear !== null) json.unknownYear = unknownYear
  if (stoppedAt) Object.assign(json, { stoppedAt: textOf(stoppedAt), stoppedBy })
  if (clock.pauses.length > 0)
    json.pauses = clock.pauses.map((pause) => ({
      ...pause,
      from: textOf(pause.from),
      to: pause.to && textOf(pause.to),
    }))
  if (clock.told > 0) json.told = clock.told
  if (clock.former.length > 0)
    json.former = clock.former.map((end) => ({
      ...end,
      dueAt: end.dueAt && textOf(end.dueAt),
      until: textOf(end.until),
    }))
  return json
}

/** Clocks of a case begin together, and thousands end together: writing an instant is what costs. */
export function textOf(at: Date): string {
  const known = texts.get(at.getTime())
  if (known !== undefined) return known
  const text = at.toISOString()
  if (texts.size >= 5000) texts.clear()
  texts.set(at.getTime(), text)
  return text
}

const texts = new Map<number, string>()

const instant = (text: string | null | undefined): Date | null => (text ? new Date(text) : null)
