import type { Agency } from '../../agencies/agency.ts'
import { none } from '../data/turn-where.ts'
import { divisionWords } from '../figure-words.ts'
import type { Division, PartFigures } from '../find-figures.ts'
import type { Choices } from './choices.ts'

interface PartsTable {
  title: string
  rows: (PartFigures & { name: string })[]
}

/**
 * The parts with their names, the most received first. Agencies come in three tables: districts and urban villages are
 * compared among themselves (product.md 6).
 */
export function tablesOf(
  parts: readonly PartFigures[],
  division: Exclude<Division, 'month'>,
  choices: Choices,
  agencies: readonly Agency[],
): PartsTable[] {
  const names = new Map([...agencies.map(({ id, name }) => [id, name] as const), ...choices[division]])
  const rows = [...parts]
    .sort((a, b) => b.received - a.received || b.openAtEnd - a.openAtEnd)
    .map((row) => ({ ...row, name: row.part === none ? 'Tanpa keterangan' : (names.get(row.part) ?? row.part) }))
  if (division !== 'agency') return [{ title: `Menurut ${divisionWords[division].toLowerCase()}`, rows }]
  const kinds = new Map<string, string>(agencies.map(({ id, kind }) => [id, kind]))
  const isKind = (kind: string) => (row: PartFigures) => kinds.get(row.part) === kind
  const districts = rows.filter(isKind('district'))
  const subdistricts = rows.filter(isKind('subdistrict'))
  const others = rows.filter((row) => !districts.includes(row) && !subdistricts.includes(row))
  return [
    { title: 'Perangkat daerah', rows: others },
    ...(districts.length > 0 ? [{ title: 'Kecamatan', rows: districts }] : []),
    ...(subdistricts.length > 0 ? [{ title: 'Kelurahan', rows: subdistricts }] : []),
  ]
}
