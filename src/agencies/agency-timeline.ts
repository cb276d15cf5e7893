import type { FieldErrors } from '../platform/refusal.ts'
import { formatDay } from '../platform/time.ts'
import type { AgencyKind } from './agency.ts'

/** What may change about an agency while it stays the same agency. */
export interface AgencyFacts {
  name: string
  abbreviation: string
  kind: AgencyKind
  parentId: string | null
  regionCode: string | null
  host: string | null
}

/** Half-open: `to` is the first day on which it no longer holds; null: until further notice. Days are of WIB. */
export interface AgencyPeriod extends AgencyFacts {
  from: string
  to: string | null
  /** The decree this period began by; null for what was loaded without one. */
  decree: string | null
  /** The decree that ended the agency; only ever on its last period. */
  endDecree: string | null
}

/** An agency's life: periods in the order of days, without gaps. Closed when the last one has an end. */
export type Timeline = readonly AgencyPeriod[]

/** The timeline as it should be, or why not, by field. */
export type Changed = Timeline | { errors: FieldErrors }

export const isTimeline = (changed: Changed): changed is Timeline => !('errors' in changed)

const refuse = (field: string, words: string): Changed => ({ errors: { [field]: words } })

export const periodOn = (timeline: Timeline, day: string): AgencyPeriod | undefined =>
  timeline.find(({ from, to }) => from <= day && (to === null || day < to))

/** The day the agency ceased to be; null while nothing is known of an end. */
export const endOf = (timeline: Timeline): string | null => timeline.at(-1)?.to ?? null

export const factsOf = ({ name, abbreviation, kind, parentId, regionCode, host }: AgencyFacts): AgencyFacts => ({
  name,
  abbreviation,
  kind,
  parentId,
  regionCode,
  host,
})

export const sameFacts = (a: AgencyFacts, b: AgencyFacts): boolean =>
  JSON.stringify(factsOf(a)) === JSON.stringify(factsOf(b))

/** Other facts from `day` on, until the next change that is already known. */
export function changeFrom(timeline: Timeline, day: string, facts: AgencyFacts, decree: string): Changed {
  const at = timeline.findIndex(({ from, to }) => from <= day && (to === null || day < to))
  const held = timeline[at]
  if (!held) return refuse('day', outside(timeline, day))
  if (held.from === day)
    return refuse('day', `Sudah ada catatan mulai ${formatDay(day)}. Betulkan catatan itu, atau pilih tanggal lain.`)
  if (sameFacts(held, facts)) return refuse('', 'Tidak ada yang berubah.')
  const begun = { ...factsOf(facts), from: day, to: held.to, decree, endDecree: held.endDecree }
  return timeline.toSpliced(at, 1, { ...held, to: day, endDecree: null }, begun)
}

/** The agency ceases to be on `day`, which is the first day without it. */
export function endOn(timeline: Timeline, day: string, decree: string): Changed {
  const last = timeline.at(-1)
  if (!last) return refuse('day', outside(timeline, day))
  if (last.to !== null) return refuse('day', `Perangkat daerah ini sudah berakhir pada ${formatDay(last.to)}.`)
  if (day <= last.from)
    return refuse('day', `Tanggal berakhir harus setelah ${formatDay(last.from)}, awal catatan yang terakhir.`)
  return timeline.with(-1, { ...last, to: day, endDecree: decree })
}

/** The period that began on `from` was recorded wrongly: other facts, another first day, or another decree. */
export function correctPeriod(
  timeline: Timeline,
  from: string,
  right: AgencyFacts & { from: string; decree: string | null },
): Changed {
  const at = timeline.findIndex((period) => period.from === from)
  const held = timeline[at]
  if (!held) return refuse('', 'Catatan yang hendak dibetulkan tidak ditemukan.')
  const before = timeline[at - 1]
  if (held.to !== null && right.from >= held.to)
    return refuse('day', `Awal catatan harus sebelum akhirnya, ${formatDay(held.to)}.`)
  if (before && right.from <= before.from)
    return refuse('day', `Awal catatan harus setelah awal catatan sebelumnya, ${formatDay(before.from)}.`)
  const corrected = { ...held, ...factsOf(right), from: right.from, decree: right.decree }
  if (JSON.stringify(corrected) === JSON.stringify(held)) return refuse('', 'Tidak ada yang berubah.')
  return timeline.with(at, corrected).map((period) => (period === before ? { ...period, to: right.from } : period))
}

/** The change of `from` never happened: what held before goes on. */
export function withdrawChange(timeline: Timeline, from: string): Changed {
  const at = timeline.findIndex((period) => period.from === from)
  const [held, before] = [timeline[at], timeline[at - 1]]
  if (!held) return refuse('', 'Catatan yang hendak dicabut tidak ditemukan.')
  if (!before) return refuse('', 'Catatan pertama tidak dapat dicabut: perangkat daerah ini berdiri dengannya.')
  return timeline.toSpliced(at - 1, 2, { ...before, to: held.to, endDecree: held.endDecree })
}

/** The end was recorded wrongly: on another day, or (null) never. */
export function correctEnd(timeline: Timeline, day: string | null): Changed {
  const last = timeline.at(-1)
  if (!last || last.to === null) return refuse('', 'Perangkat daerah ini tidak tercatat berakhir.')
  if (day === last.to) return refuse('', 'Tidak ada yang berubah.')
  if (day !== null && day <= last.from)
    return refuse('day', `Tanggal berakhir harus setelah ${formatDay(last.from)}, awal catatan yang terakhir.`)
  return timeline.with(-1, { ...last, to: day, endDecree: day === null ? null : last.endDecree })
}

function outside(timeline: Timeline, day: string): string {
  const [first] = timeline
  const end = endOf(timeline)
  if (end !== null && day >= end) return `Perangkat daerah ini sudah berakhir pada ${formatDay(end)}.`
  return first ? `Perangkat daerah ini baru ada sejak ${formatDay(first.from)}.` : 'Perangkat daerah ini belum ada.'
}
