import { scaleBand, scaleLinear } from 'd3-scale'
import { line, symbol, symbolDiamond } from 'd3-shape'
import type { JSX } from 'preact'
import { useId } from 'preact/hooks'
import { formatNumber } from '../time.ts'

interface Props {
  /** Names the chart, and what its table is called beside it. */
  title: string
  /** What one sees in it, in a sentence or two: the text alternative. */
  summary: string
  /** One along the axis each: a short label, and a value of every column and of the line. */
  groups: readonly { label: string; columns: readonly number[]; line?: number | undefined }[]
  /** Names of the columns of a group, three at most: full, striped, dotted. */
  columns: readonly string[]
  /** Name of the line with diamonds, where there is one. */
  line?: string | undefined
}

const width = 360
const height = 200
const left = 34
const bottom = 22

/**
 * Columns side by side over a few groups, drawn here as SVG. Told apart by pattern and shape, so it reads in print and
 * without colour. A table with the same numbers belongs beside it.
 */
export function ColumnChart({ title, summary, groups, columns, line: lineName }: Props): JSX.Element {
  const id = useId()
  const most = Math.max(1, ...groups.flatMap((group) => [...group.columns, group.line ?? 0]))
  const y = scaleLinear([0, most], [height - bottom, 10]).nice(4)
  const x = scaleBand(
    groups.map((_, n) => n),
    [left, width],
  ).padding(0.2)
  const inner = scaleBand(
    columns.map((_, n) => n),
    [0, x.bandwidth()],
  )
  const points = groups.map((group, n): [number, number] => [(x(n) ?? 0) + x.bandwidth() / 2, y(group.line ?? 0)])
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-t ${id}-s`}>
        <title id={`${id}-t`}>{title}</title>
        <desc id={`${id}-s`}>{summary}</desc>
        <Patterns id={id} />
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map((tick) => (
            <g key={tick}>
              <line class="chart-rule" x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
              <text class="chart-number" x={left - 5} y={y(tick) + 4}>
                {formatNumber(tick)}
              </text>
            </g>
          ))}
        {groups.map((group, n) => (
          <g key={n}>
            {group.columns.map((value, i) => (
              <rect
                key={columns[i]}
                class={`chart-column-${i}`}
                fill={i === 0 ? undefined : `url(#${id}-${i})`}
                x={(x(n) ?? 0) + (inner(i) ?? 0)}
                y={y(value)}
                width={inner.bandwidth()}
                height={height - bottom - y(value)}
              />
            ))}
            <text class="chart-label" x={(x(n) ?? 0) + x.bandwidth() / 2} y={height - 6}>
              {group.label}
            </text>
          </g>
        ))}
        {lineName && (
          <>
            <path class="chart-line" d={line()(points) ?? ''} />
            {points.map(([px, py], n) => (
              <path key={n} class="chart-mark" transform={`translate(${px} ${py})`} d={diamond} />
            ))}
          </>
        )}
      </svg>
      <figcaption class="chart-key">
        {columns.map((name, i) => (
          <span key={name}>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <rect
                class={`chart-column-${i}`}
                fill={i === 0 ? undefined : `url(#${id}-${i})`}
                x="1"
                y="1"
                width="12"
                height="12"
              />
            </svg>
            {name}
          </span>
        ))}
        {lineName && (
          <span>
            <svg viewBox="0 0 14 14" aria-hidden="true">
              <path class="chart-line" d="M0 7H14" />
              <path class="chart-mark" transform="translate(7 7)" d={diamond} />
            </svg>
            {lineName}
          </span>
        )}
      </figcaption>
    </figure>
  )
}

const diamond = symbol(symbolDiamond, 30)() ?? ''

const Patterns = ({ id }: { id: string }): JSX.Element => (
  <defs>
    <pattern id={`${id}-1`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="chart-ground" width="4" height="4" />
      <line class="chart-stripe" x1="0" y1="0" x2="0" y2="4" />
    </pattern>
    <pattern id={`${id}-2`} width="4" height="4" patternUnits="userSpaceOnUse">
      <rect class="chart-ground" width="4" height="4" />
      <circle class="chart-dot" cx="2" cy="2" r="1" />
    </pattern>
  </defs>
)
