import type { CsvRow } from '../platform/csv/read-csv.ts'
import { readNewAgency } from './add-agency.ts'
import { agencyKinds } from './agency.ts'
import { readFacts, refuseDecision, tidyDecree } from './agency-facts.ts'
import {
  type AgencyFacts,
  type AgencyPeriod,
  changeFrom,
  endOf,
  isTimeline,
  periodOn,
  sameFacts,
  type Timeline,
} from './agency-timeline.ts'

/** Heads of the file, as exported and as expected. */
export const importColumns = [
  'id',
  'nama',
  'singkatan',
  'jenis',
  'induk',
  'kode_wilayah',
  'host',
  'sejak',
  'keputusan',
] as const

type Column = (typeof importColumns)[number]

/** What one row of the file would do. */
export type PlannedRow = { line: number; id: string; name: string } & (
  | { act: 'add'; period: AgencyPeriod }
  | { act: 'change'; day: string; decree: string; facts: AgencyFacts; before: AgencyFacts }
  | { act: 'unchanged' }
  | { act: 'refused'; why: string }
)

interface Known {
  timelines: ReadonlyMap<string, Timeline>
  /** On which days each decree already decided something. */
  decrees: ReadonlyMap<string, ReadonlySet<string>>
  /** Said by the person: decrees of other days are meant. */
  decreeAgain: boolean
}

/**
 * What an import would do, row by row. The rows see one another: a parent may come in the same file, a host may not be
 * taken twice. Pure; the register must not change between this and the applying.
 */
export function planImport(rows: readonly CsvRow<Column>[], known: Known): PlannedRow[] {
  const seen = new Set<string>()
  const planned = rows.map((row): PlannedRow => {
    const { line, cells, wrong } = row
    const about = { line, id: cells.id, name: cells.nama }
    if (wrong !== null) return { ...about, act: 'refused', why: wrong }
    if (seen.has(cells.id)) return { ...about, act: 'refused', why: 'ID ini sudah ada di baris sebelumnya.' }
    seen.add(cells.id)
    const timeline = known.timelines.get(cells.id)
    return { ...about, ...(timeline ? planChange(cells, timeline, known) : planAddition(cells, known)) } as PlannedRow
  })
  return refuseTogether(planned, known.timelines)
}

type Cells = Record<Column, string>
type Planned = { act: PlannedRow['act'] } & Record<string, unknown>

const refuse = (why: string): Planned => ({ act: 'refused', why })
const wordsOf = (errors: Record<string, string>): string => Object.values(errors).join(' ')

const inputOf = (cells: Cells) => ({
  name: cells.nama,
  abbreviation: cells.singkatan,
  kind: cells.jenis,
  parentId: cells.induk,
  regionCode: cells.kode_wilayah,
  host: cells.host,
  day: cells.sejak,
  decree: cells.keputusan,
})

function planAddition(cells: Cells, known: Known): Planned {
  const read = readNewAgency({ id: cells.id, ...inputOf(cells) })
  if ('errors' in read) return refuse(wordsOf(read.errors))
  return refuseDecree(cells, known) ?? { act: 'add', period: read.period }
}

function planChange(cells: Cells, timeline: Timeline, known: Known): Planned {
  const input = inputOf(cells)
  const read = readFacts(input)
  if ('errors' in read) return refuse(wordsOf(read.errors))
  const { facts } = read
  const present = periodOn(timeline, input.day) ?? timeline.at(-1)
  if (present && sameFacts(present, facts)) return { act: 'unchanged' }
  const errors = refuseDecision(input)
  if (Object.keys(errors).length > 0) return refuse(wordsOf(errors))
  const decree = tidyDecree(input.decree)
  const changed = changeFrom(timeline, input.day, facts, decree)
  if (!isTimeline(changed)) return refuse(wordsOf(changed.errors))
  const before = periodOn(timeline, input.day)
  return refuseDecree(cells, known) ?? { act: 'change', day: input.day, decree, facts, before }
}

function refuseDecree({ keputusan, sejak }: Cells, { decrees, decreeAgain }: Known): Planned | undefined {
  if (decreeAgain) return undefined
  const days = decrees.get(tidyDecree(keputusan))
  const other = [...(days ?? [])].find((day) => day !== sejak)
  return other === undefined
    ? undefined
    : refuse(`Keputusan ${keputusan} sudah tercatat per ${other}. Periksa nomornya, atau centang pilihan di formulir.`)
}

/** What the rows would do to one another and to the rest of the register. */
function refuseTogether(planned: PlannedRow[], timelines: ReadonlyMap<string, Timeline>): PlannedRow[] {
  const after = new Map(timelines)
  for (const row of planned) {
    const timeline = timelineAfter(row, timelines)
    if (timeline) after.set(row.id, timeline)
  }
  const hosts = new Map<string, { id: string; period: AgencyPeriod }[]>()
  for (const [id, timeline] of after)
    for (const period of timeline)
      if (period.host !== null) hosts.set(period.host, [...(hosts.get(period.host) ?? []), { id, period }])
  return planned.map((row) => {
    const why = row.act === 'add' || row.act === 'change' ? refuseRow(row, after, hosts) : null
    return why === null ? row : { line: row.line, id: row.id, name: row.name, act: 'refused', why }
  })
}

/** The life an agency has after this row; undefined when the row changes nothing. */
export function timelineAfter(row: PlannedRow, timelines: ReadonlyMap<string, Timeline>): Timeline | undefined {
  if (row.act === 'add') return [row.period]
  if (row.act !== 'change') return undefined
  const changed = changeFrom(timelines.get(row.id) ?? [], row.day, row.facts, row.decree)
  return isTimeline(changed) ? changed : undefined
}

function refuseRow(
  row: Extract<PlannedRow, { act: 'add' | 'change' }>,
  after: ReadonlyMap<string, Timeline>,
  hosts: ReadonlyMap<string, { id: string; period: AgencyPeriod }[]>,
): string | null {
  const own = row.act === 'add' ? row.period : { ...row.facts, from: row.day, to: endOf(after.get(row.id) ?? []) }
  const rivals = own.host === null ? [] : (hosts.get(own.host) ?? [])
  const rival = rivals.find(
    ({ id, period }) =>
      id !== row.id && (period.to === null || own.from < period.to) && (own.to === null || period.from < own.to),
  )
  if (rival) return `Nama host ${own.host} dipakai ${rival.period.name} (${rival.id}).`
  if (own.parentId === null) return null
  const parent = after.get(own.parentId)
  if (!parent || !periodOn(parent, own.from)) return `Induk ${own.parentId} tidak ada pada tanggal itu.`
  const end = endOf(parent)
  if (end !== null && (own.to === null || own.to > end)) return `Induk ${own.parentId} berakhir pada ${end}.`
  for (let id: string | null = own.parentId, steps = 0; id !== null; steps++) {
    if (id === row.id || steps > 20) return `Induk ${own.parentId} berada di bawah perangkat daerah ini sendiri.`
    const above: AgencyPeriod | undefined = periodOn(after.get(id) ?? [], own.from)
    id = above?.parentId ?? null
  }
  return null
}

/** A row of the export: what stands here read again changes nothing. */
export const exportRow = (id: string, { kind, ...period }: AgencyPeriod): (string | null)[] => [
  id,
  period.name,
  period.abbreviation,
  agencyKinds[kind],
  period.parentId,
  period.regionCode,
  period.host,
  period.from,
  period.decree,
]
