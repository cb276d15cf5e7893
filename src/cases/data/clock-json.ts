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
export const writeClocks = (clocks: readonly Clock[]): string =>
  JSON.stringify(
    clocks.map(({ step, ruleId, unit, amount, startedAt, dueAt, ...more }) => ({
      step,
      ruleId,
      unit,
      amount,
      startedAt,
      dueAt,
      ...(more.agencyId !== null && { agencyId: more.agencyId }),
      ...(more.unknownYear !== null && { unknownYear: more.unknownYear }),
      ...(more.stoppedAt && { stoppedAt: more.stoppedAt, stoppedBy: more.stoppedBy }),
      ...(more.pauses.length > 0 && { pauses: more.pauses }),
      ...(more.told > 0 && { told: more.told }),
      ...(more.former.length > 0 && { former: more.former }),
    })),
  )

const instant = (text: string | null | undefined): Date | null => (text ? new Date(text) : null)
