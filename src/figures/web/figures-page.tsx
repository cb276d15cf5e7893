import type { JSX } from 'preact'
import type { Frame } from '../../platform/http/route.ts'
import { formatMonth, formatNumber } from '../../platform/time.ts'
import { ColumnChart } from '../../platform/ui/column-chart.tsx'
import { Empty } from '../../platform/ui/empty.tsx'
import { Facts } from '../../platform/ui/facts.tsx'
import { Field, Select } from '../../platform/ui/fields.tsx'
import { Filters } from '../../platform/ui/filters.tsx'
import { Notice } from '../../platform/ui/notice.tsx'
import { Section } from '../../platform/ui/section.tsx'
import { StaffPage } from '../../platform/ui/staff-page.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { divisionWords, figureWords, formatShare, formatWorkingTime } from '../figure-words.ts'
import type { findOpenByAge, findTrend, PartFigures } from '../find-figures.ts'
import type { FigureName } from '../message-count.ts'
import { figurePaths } from '../paths.ts'
import type { PauseFigures } from '../pause-count.ts'
import type { Choices } from './choices.ts'
import { type Asked, filterNames, queryOf } from './question.ts'

export interface FiguresProps {
  frame: Frame
  asked: Asked
  choices: Choices
  whole: PartFigures
  /** Parts that are compared among themselves: a heading, and the name of each. */
  tables: readonly { title: string; rows: readonly (PartFigures & { name: string })[] }[]
  trend: Awaited<ReturnType<typeof findTrend>>
  ages: Awaited<ReturnType<typeof findOpenByAge>>
  pauses: readonly PauseFigures[]
  /** False while the turns of older cases are still being made. */
  complete: boolean
}

export function FiguresPage(props: FiguresProps): JSX.Element {
  const { frame, asked, choices, whole, tables, trend, ages, pauses, complete } = props
  return (
    <StaffPage frame={frame} title="Angka kasus">
      {!complete && <Notice tone="warn">Catatan kasus lama masih dihitung. Angka di halaman ini belum lengkap.</Notice>}
      <QuestionForm asked={asked} choices={choices} />
      <Section title={wordsOf(asked)}>
        <WholeFacts asked={asked} whole={whole} />
      </Section>
      <Section title="Setahun terakhir">
        <Trend trend={trend} />
      </Section>
      {tables.map(({ title, rows }) => (
        <Section key={title} title={title}>
          <PartsTable asked={asked} rows={rows} title={title} />
        </Section>
      ))}
      <Section title="Umur kasus yang belum dijawab">
        <Ages ages={ages} />
      </Section>
      <Section title="Penghentian sementara batas waktu">
        <Pauses pauses={pauses} />
      </Section>
      <Section title="Cara menghitung">
        <Facts items={Object.values(figureWords)} />
        <p>
          Persen tepat waktu adalah bagian yang dijawab tepat waktu dari yang tepat waktu dan yang lewat batas. Waktu
          jawab dihitung dalam jam kerja. Lewat batas masuk bulan batas waktunya. Angka bulan yang sudah lewat adalah
          yang diketahui pada akhir bulan itu dan tidak berubah lagi.
        </p>
      </Section>
    </StaffPage>
  )
}

const wordsOf = ({ period: { first, last } }: Asked): string =>
  first === last ? formatMonth(first) : `${formatMonth(first)} sampai ${formatMonth(last)}`

function QuestionForm({ asked, choices }: { asked: Asked; choices: Choices }): JSX.Element {
  const { period, filter, division } = asked
  const value = queryOf(asked)
  const some = (name: keyof typeof value, label: string, options: Choices[keyof Choices]) =>
    options.length > 1 && <Select name={name} label={label} value={value[name]} options={[['', 'Semua'], ...options]} />
  return (
    <Filters action={figurePaths.figures.href()}>
      <Field name="dari" label="Dari bulan" type="month" value={period.first} />
      <Field name="sampai" label="Sampai bulan" type="month" value={period.last} />
      {some('perangkat', 'Perangkat daerah', choices.agency)}
      {some('jenis', 'Jenis', choices.kind)}
      {some('kanal', 'Kanal', choices.channel)}
      {some('tema', 'Tema', choices.theme)}
      {some('topik', 'Topik', choices.topic)}
      {some('kecamatan', 'Kecamatan', choices.district)}
      {filter.districtId !== '' && some('kelurahan', 'Kelurahan', choices.subdistrict)}
      <Select name="menurut" label="Rincian menurut" value={division} options={Object.entries(divisionWords)} />
    </Filters>
  )
}

/** A number, and the way to what it counts. */
function Counted(props: { asked: Asked; figure: FigureName; number: number; more?: Record<string, string> }) {
  const { asked, figure, number, more } = props
  if (number === 0) return <>0</>
  return <a href={figurePaths.list.href({}, queryOf(asked, { ...more, angka: figure }))}>{formatNumber(number)}</a>
}

function WholeFacts({ asked, whole }: { asked: Asked; whole: PartFigures }): JSX.Element {
  const number = (figure: FigureName): readonly [string, JSX.Element] => [
    figureWords[figure][0],
    <Counted key={figure} asked={asked} figure={figure} number={whole[figure]} />,
  ]
  return (
    <Facts
      items={[
        number('received'),
        number('answered'),
        number('inTime'),
        ['Persen tepat waktu', formatShare(whole.inTime, whole.late)],
        number('late'),
        ['Waktu jawab tengah (median)', formatWorkingTime(whole.medianMinutes)],
        ['Waktu jawab persentil ke-90', formatWorkingTime(whole.p90Minutes)],
        number('solved'),
        number('passedOn'),
        number('withoutAnswer'),
        number('openAtEnd'),
      ]}
    />
  )
}

function PartsTable(props: { asked: Asked; rows: FiguresProps['tables'][number]['rows']; title: string }) {
  const { asked, rows, title } = props
  const filter = filterNames[asked.division]
  const figure = (name: FigureName) => ({
    head: figureWords[name][0],
    numeric: true,
    cell: (row: PartFigures) => (
      <Counted asked={asked} figure={name} number={row[name]} more={{ [filter]: row.part }} />
    ),
  })
  return (
    <Table
      caption={`${title}, menurut yang diterima`}
      rows={rows}
      columns={[
        { head: divisionWords[asked.division], cell: ({ name }) => name },
        figure('received'),
        figure('answered'),
        figure('inTime'),
        { head: 'Persen', numeric: true, cell: ({ inTime, late }) => formatShare(inTime, late) },
        figure('late'),
        figure('solved'),
        { head: 'Median', numeric: true, cell: ({ medianMinutes }) => formatWorkingTime(medianMinutes) },
        { head: 'Persentil 90', numeric: true, cell: ({ p90Minutes }) => formatWorkingTime(p90Minutes) },
        figure('openAtEnd'),
      ]}
      empty={<Empty title="Belum ada angka untuk rincian ini">Pilih kurun atau saringan lain di atas.</Empty>}
    />
  )
}

function Trend({ trend }: Pick<FiguresProps, 'trend'>): JSX.Element {
  const most = [...trend].sort((a, b) => b.received - a.received)[0]
  const sum = (name: 'received' | 'answered' | 'late') => formatNumber(trend.reduce((all, row) => all + row[name], 0))
  const summary =
    `Dalam dua belas bulan ${sum('received')} diterima, ${sum('answered')} dijawab, ${sum('late')} lewat batas.` +
    (most && most.received > 0 ? ` Terbanyak ${formatMonth(most.month)}, ${formatNumber(most.received)}.` : '')
  return (
    <>
      <p>{summary}</p>
      <ColumnChart
        title="Kasus diterima, dijawab, dan lewat batas setiap bulan"
        summary={summary}
        columns={['Diterima', 'Dijawab']}
        line="Lewat batas"
        groups={trend.map(({ month, received, answered, late }) => ({
          label: formatMonth(month).slice(0, 3),
          columns: [received, answered],
          line: late,
        }))}
      />
      <Table
        caption="Bulan yang ada kasusnya, yang terbaru di bawah"
        rows={trend.filter(({ received, answered, late }) => received + answered + late > 0)}
        columns={[
          { head: 'Bulan', cell: ({ month }) => formatMonth(month) },
          { head: 'Diterima', numeric: true, cell: ({ received }) => formatNumber(received) },
          { head: 'Dijawab', numeric: true, cell: ({ answered }) => formatNumber(answered) },
          { head: 'Lewat batas', numeric: true, cell: ({ late }) => formatNumber(late) },
        ]}
        empty={<Empty title="Belum ada kasus dalam setahun ini" />}
      />
    </>
  )
}

function Ages({ ages }: Pick<FiguresProps, 'ages'>): JSX.Element {
  const open = ages.reduce((sum, age) => sum + age.open, 0)
  if (open === 0) return <Empty title="Tidak ada kasus yang menunggu jawaban akhir" />
  const overdue = ages.reduce((sum, age) => sum + age.overdue, 0)
  const summary = `${formatNumber(open)} kasus belum dijawab, ${formatNumber(overdue)} di antaranya lewat batas.`
  return (
    <>
      <ColumnChart
        title="Umur kasus yang belum dijawab, dalam hari sejak diterima"
        summary={summary}
        columns={['Belum dijawab', 'Lewat batas']}
        groups={ages.map(({ age, open, overdue }) => ({
          label: age.replace('Sampai', '≤').replace('Lebih dari', '>').replace(' sampai ', '–').replace(' hari', ''),
          columns: [open, overdue],
        }))}
      />
      <Table
        caption="Hari sejak diterima, pada akhir kurun"
        rows={ages}
        columns={[
          { head: 'Umur', cell: ({ age }) => age },
          { head: 'Belum dijawab', numeric: true, cell: ({ open }) => formatNumber(open) },
          { head: 'Lewat batas', numeric: true, cell: ({ overdue }) => formatNumber(overdue) },
        ]}
      />
    </>
  )
}

const Pauses = ({ pauses }: Pick<FiguresProps, 'pauses'>): JSX.Element => (
  <Table
    caption="Kasus yang batas waktunya dihentikan sementara dalam kurun ini, menurut alasan"
    rows={pauses}
    columns={[
      { head: 'Alasan', cell: ({ reason }) => reason },
      { head: 'Dimulai', numeric: true, cell: ({ begun }) => formatNumber(begun) },
      { head: 'Masih berjalan', numeric: true, cell: ({ running }) => formatNumber(running) },
      { head: 'Habis batasnya', numeric: true, cell: ({ limited }) => formatNumber(limited) },
      { head: 'Waktu kerja yang dijeda', numeric: true, cell: ({ minutes }) => formatWorkingTime(minutes) },
    ]}
    empty={<Empty title="Tidak ada yang dihentikan sementara" />}
  />
)
