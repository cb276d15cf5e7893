import type { ScanOutcome } from '../../monitoring/availability.ts'
import { type AvailabilityFigures, availabilityFigures } from '../../monitoring/figures.ts'
import { confidenceWords } from '../../monitoring/freshness.ts'
import { causeWords } from '../../monitoring/scan-outcome.ts'
import { formatDate, formatDay, formatInstant, monthRange } from '../../platform/time.ts'
import { type FigureTable, figure, type Listing } from '../figure.ts'
import { part, type ReportPart } from './part.ts'

const title = 'Ketersediaan dan keamanan'

/** Whether citizens could reach the sites, and what the monitor found. Days it does not know stand apart. */
export const availabilityPart: ReportPart = {
  letter: 'E',
  title,
  async fill(ctx, { agencyId, month }) {
    const seen = await availabilityFigures(ctx, agencyId, month)
    return part('E', title, {
      words: [seen.websites.length === 0 ? 'Tidak ada situs yang dipantau pada bulan ini.' : updateWords(seen)],
      tables: [availabilityTable(seen, monthRange(month).to)],
      lists: [...lists(seen), daysList(seen)],
    })
  },
}

const updateWords = ({ lastRealUpdate, confidence }: AvailabilityFigures): string =>
  lastRealUpdate === null
    ? 'Pembaruan terakhir tidak dapat ditentukan.'
    : `Pembaruan terakhir ${formatDate(lastRealUpdate)}, keyakinan ${confidenceWords[confidence]}.`

/** Pure. */
export function availabilityTable(seen: AvailabilityFigures, monthEnd: Date): FigureTable {
  const known = seen.websites.length > 0
  const age = seen.lastRealUpdate === null ? null : monthEnd.getTime() - seen.lastRealUpdate.getTime()
  const row = (label: string, id: string, value: number | null, unit?: 'percent' | 'days') => ({
    label,
    cells: [figure(`availability.${id}`, value, unit)],
  })
  return {
    title: 'Ketersediaan situs',
    of: 'Ukuran',
    columns: ['Nilai'],
    rows: [
      row('Pemeriksaan', 'checks', seen.checks),
      row('Situs dapat diakses, dari hari yang diketahui', 'up', seen.upPercent, 'percent'),
      row('Dapat diakses', 'days-up', known ? seen.up : null, 'days'),
      row('Tidak dapat diakses', 'days-down', known ? seen.down : null, 'days'),
      row('Tidak diketahui', 'days-unknown', known ? seen.unknown : null, 'days'),
      row('Gangguan', 'outages', known ? seen.outages.length : null),
      row('Temuan keamanan dan mutu', 'findings', known ? seen.findings.length : null),
      row(
        'Sejak pembaruan terakhir sampai akhir bulan',
        'days-since-update',
        age === null ? null : Math.floor(age / 86_400_000),
        'days',
      ),
    ],
    list: 'site-days',
  }
}

/** Short lists stand in the part, and only when there is something in them. */
function lists({ outages, findings }: AvailabilityFigures): Listing[] {
  const all: Listing[] = [
    {
      id: 'outages',
      title: 'Gangguan',
      columns: ['Situs', 'Mulai', 'Selesai', 'Sebab'],
      rows: outages.map(({ url, from, to, cause }) => [
        url,
        formatInstant(from),
        to === null ? 'belum selesai' : formatInstant(to),
        causeWords(cause),
      ]),
      empty: '',
      inPart: true,
    },
    {
      id: 'findings',
      title: 'Temuan',
      columns: ['Temuan', 'Pertama terlihat', 'Alamat'],
      rows: findings.map(({ text, at, url }) => [text, formatDate(at), url]),
      empty: '',
      inPart: true,
    },
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

const verdicts: Readonly<Record<ScanOutcome, string>> = {
  up: 'Dapat diakses',
  down: 'Tidak dapat diakses',
  unknown: 'Tidak diketahui',
}

/** Days in a row with one result are one line. */
const daysList = ({ websites }: AvailabilityFigures): Listing => ({
  id: 'site-days',
  title: 'Pemeriksaan situs',
  columns: ['Situs', 'Hari', 'Pemeriksaan', 'Hasil'],
  rows: websites.flatMap(({ url, days }) =>
    stretches(days).map(({ from, to, checks, verdict }) => [
      url,
      from === to ? formatDay(from) : `${formatDay(from)} sampai ${formatDay(to)}`,
      String(checks),
      verdicts[verdict],
    ]),
  ),
  empty: 'Tidak ada pemeriksaan pada bulan ini.',
})

interface Stretch {
  from: string
  to: string
  checks: number
  verdict: ScanOutcome
}

/** Pure. */
export function stretches(days: AvailabilityFigures['websites'][number]['days']): Stretch[] {
  const all: Stretch[] = []
  for (const { day, verdict, checks } of days) {
    const last = all.at(-1)
    if (last?.verdict === verdict) {
      last.to = day
      last.checks += checks
    } else all.push({ from: day, to: day, checks, verdict })
  }
  return all
}
