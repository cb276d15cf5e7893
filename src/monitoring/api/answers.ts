import Type, { type Static } from 'typebox'
import type { Scan } from '../find-scans.ts'
import type { WebsiteState } from '../website-state.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

/** A website as the API gives it; `status` is its freshness by the cadence of its kind of agency. */
export const site = Type.Object({
  id: Type.String(),
  agencyId: Type.String(),
  url: Type.String(),
  hosted: Type.Boolean(),
  monitored: Type.Boolean(),
  cms: orNull(Type.String()),
  alive: Type.String(),
  lastRealUpdate: orNull(Type.String()),
  confidence: Type.String(),
  status: Type.String(),
  scannedAt: orNull(Type.String()),
})

export function siteAnswer({ website, ...state }: WebsiteState): Static<typeof site> {
  const { id, agencyId, url, hosted, monitored, cms } = website
  const { alive, confidence, status } = state
  const lastRealUpdate = state.lastRealUpdate?.toISOString() ?? null
  const scannedAt = state.scannedAt?.toISOString() ?? null
  return { id, agencyId, url, hosted, monitored, cms, alive, lastRealUpdate, confidence, status, scannedAt }
}

export const scan = Type.Object({
  id: Type.String(),
  siteId: Type.String(),
  agencyId: Type.String(),
  startedAt: Type.String(),
  finishedAt: Type.String(),
  outcome: Type.String(),
  cause: orNull(Type.String()),
  httpStatus: orNull(Type.Integer()),
  ms: orNull(Type.Integer()),
  lastRealUpdate: orNull(Type.String()),
  confidence: Type.String(),
  verdict: Type.String(),
  method: Type.String(),
  findings: Type.Array(
    Type.Object({ code: Type.String(), severity: Type.String(), text: Type.String(), url: Type.String() }),
  ),
})

export function scanAnswer({
  websiteId,
  startedAt,
  finishedAt,
  lastRealUpdate,
  detail: _,
  ...rest
}: Scan): Static<typeof scan> {
  return {
    ...rest,
    siteId: websiteId,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    lastRealUpdate: lastRealUpdate?.toISOString() ?? null,
  }
}

/** `INSTANT_ID` of the last scan of the page before; what is no cursor begins at the newest. */
export function cursorOf(cursor: string | undefined): { at: Date | null; id: string } {
  const found = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(cursor ?? '')
  return { at: found?.[1] ? new Date(found[1]) : null, id: found?.[2] ?? '' }
}
