import type { Agency } from '../agencies/agency.ts'
import { formatNumber } from '../platform/time.ts'
import { type Figure, type FigureTable, figure, formatFigure } from './figure.ts'
import type { NamedAgency, RankedAgency, RecapNumber } from './recap.ts'
import type { ReportRule } from './report-rule.ts'
import { type ReportState, stateNames } from './report-state.ts'
import { rank, type Score, type ScorePart, score, scoreParts, weakest } from './score.ts'

/** One agency in one month, as the recap looks at it. */
export interface AgencyMonth {
  agency: Pick<Agency, 'id' | 'name' | 'abbreviation' | 'kind'>
  /** Whether it owes a report: the 43, not the kelurahan. */
  reports: boolean
  state: ReportState
  late: boolean
  /** Figures of its parts by id. */
  figures: ReadonlyMap<string, Figure>
}

type Ranked = AgencyMonth & { agencyId: string; score: Score }

/** Pure: what the months of all agencies come to. Kelurahan without a site or any activity are left out. */
export function makeRecap(all: readonly AgencyMonth[], rule: ReportRule) {
  const ranked = all.filter(isShown).map((one) => ({ ...one, agencyId: one.agency.id, score: scoreOf(one, rule) }))
  const offices = ranked.filter(({ agency }) => agency.kind !== 'district' && agency.kind !== 'subdistrict')
  const { best, help } = rank(offices)
  return {
    best: best.map((one) => rankedAgency(one, praise(one))),
    help: help.map((one) => rankedAgency(one, need(one, rule))),
    unranked: offices.filter((one) => one.score.points === null).map(named),
    missing: all.filter((one) => one.reports && !isSubmitted(one)).map(named),
    groups: [
      group('Perangkat daerah', offices),
      group(
        'Kecamatan',
        ranked.filter(({ agency }) => agency.kind === 'district'),
      ),
      group(
        'Kelurahan',
        ranked.filter(({ agency }) => agency.kind === 'subdistrict'),
      ),
    ].filter(({ rows }) => rows.length > 0),
  }
}

/** Pure: the five numbers of one month, in their order. */
export function recapNumbers(all: readonly AgencyMonth[], rule: ReportRule): { label: string; figure: Figure }[] {
  const offices = all.filter(({ reports }) => reports)
  const allKnown = (id: string, list = all): number[] =>
    list.flatMap((one) => one.figures.get(id)?.value ?? []).filter((value) => value !== null)
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
  const published = allKnown('content.published')
  const up = allKnown('availability.up')
  const due = sum(allKnown('messages.due'))
  const quiet = allKnown('availability.days-since-update', offices)
  const inTime = offices.filter((one) => isSubmitted(one) && !one.late).length
  return [
    {
      label: `Laporan tepat waktu, dari ${formatNumber(offices.length)} perangkat daerah`,
      figure: figure('recap.reports-in-time', inTime),
    },
    { label: 'Konten terbit', figure: figure('recap.published', published.length === 0 ? null : sum(published)) },
    {
      label: 'Situs dapat diakses, rata-rata',
      figure: figure('recap.up', up.length === 0 ? null : sum(up) / up.length, 'percent'),
    },
    {
      label: 'Pesan warga dijawab dalam batas waktu',
      figure: figure(
        'recap.answered-in-time',
        due === 0 ? null : (sum(allKnown('messages.in-time')) / due) * 100,
        'percent',
        'nothing',
      ),
    },
    {
      label: `Mati suri: lebih dari ${rule.dormantAfterDays} hari tanpa pembaruan`,
      figure: figure(
        'recap.dormant',
        quiet.length === 0 ? null : quiet.filter((days) => days > rule.dormantAfterDays).length,
      ),
    },
  ]
}

/** The numbers of this month beside those of the month before. */
export const withTrend = (
  now: readonly { label: string; figure: Figure }[],
  before: readonly Figure[],
): RecapNumber[] =>
  now.map(({ label, figure: value }) => ({
    label,
    now: value,
    before: before.find(({ id }) => id === value.id) ?? figure(value.id, null, value.unit),
  }))

const isSubmitted = ({ state }: AgencyMonth): boolean => state !== 'missing' && state !== 'draft'

const known = (one: AgencyMonth, id: string): number | null => one.figures.get(id)?.value ?? null

const isShown = (one: AgencyMonth): boolean =>
  one.reports ||
  ['content.published', 'availability.checks', 'messages.received'].some((id) => (known(one, id) ?? 0) > 0)

function scoreOf(one: AgencyMonth, rule: ReportRule): Score {
  const { agency, state, late } = one
  const submitted = isSubmitted(one) ? (late ? 'late' : 'in-time') : state === 'missing' ? 'missing' : 'open'
  return score(
    {
      report: one.reports ? submitted : 'open',
      kind: agency.kind,
      published: known(one, 'content.published'),
      up: known(one, 'availability.up'),
      inTime: known(one, 'messages.in-time-percent'),
    },
    rule,
  )
}

const points = ({ agencyId, score }: Ranked): Figure => figure(`${agencyId}.score`, score.points, 'points')

const rankedAgency = (one: Ranked, words: string): RankedAgency => ({
  agencyId: one.agencyId,
  agencyName: one.agency.name,
  points: points(one),
  words,
})

const named = ({ agency }: AgencyMonth): NamedAgency => ({
  agencyId: agency.id,
  agencyName: agency.name,
  abbreviation: agency.abbreviation,
})

const strong: Readonly<Record<ScorePart, string>> = {
  report: 'laporan tepat waktu',
  content: 'konten rutin',
  availability: 'situs selalu dapat diakses',
  answers: 'pesan dijawab tepat waktu',
}

function praise({ score }: Ranked): string {
  const words = scoreParts.filter((part) => score.parts[part] === 1).map((part) => strong[part])
  const text = words.join(', ')
  return text === '' ? '–' : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

function need(one: Ranked, rule: ReportRule): string {
  const expected = rule.expectedItems[one.agency.kind] ?? rule.expectedItems.default ?? 1
  const percent = (id: string): string => formatFigure(one.figures.get(id) ?? figure(id, null, 'percent'))
  switch (weakest(one.score, rule)) {
    case 'report':
      return one.state === 'missing' ? 'Laporan belum disampaikan' : 'Laporan terlambat'
    case 'content':
      return `Konten terbit ${known(one, 'content.published')}, diharapkan ${expected}`
    case 'availability':
      return `Situs dapat diakses ${percent('availability.up')}`
    case 'answers':
      return `Pesan dijawab tepat waktu ${percent('messages.in-time-percent')}`
    default:
      return '–'
  }
}

function group(title: string, all: readonly Ranked[]): FigureTable {
  const columns: [head: string, id: string][] = [
    ['Konten terbit', 'content.published'],
    ['Situs diakses', 'availability.up'],
    ['Pesan masuk', 'messages.received'],
    ['Tepat waktu', 'messages.in-time-percent'],
  ]
  const rows = all
    .toSorted((a, b) => (b.score.points ?? -1) - (a.score.points ?? -1) || (a.agency.name < b.agency.name ? -1 : 1))
    .map((one) => ({
      label: one.agency.name,
      about: one.agencyId,
      cells: [
        points(one),
        ...columns.map(([, id]) => ({ ...(one.figures.get(id) ?? figure(id, null)), id: `${one.agencyId}.${id}` })),
      ],
      remark: one.reports
        ? `${stateNames[one.state]}${isSubmitted(one) && one.late ? ', terlambat' : ''}`
        : 'Melalui induk',
    }))
  return { title, of: 'Nama', columns: ['Nilai', ...columns.map(([head]) => head)], rows, remarks: 'Laporan' }
}
