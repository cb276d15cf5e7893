import type { ComponentChild, JSX } from 'preact'
import { Empty } from '../../platform/ui/empty.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { type FigureTable, formatFigure, type Listing } from '../figure.ts'

export const listAnchor = (id: string): string => `daftar-${id}`

interface FiguresProps {
  table: FigureTable
  lists?: readonly Listing[]
  /** Where the rows about agencies lead. */
  hrefOf?: (agencyId: string) => string
}

/** Figures as a table; under it the way to what was counted. */
export function Figures({ table, lists = [], hrefOf }: FiguresProps): JSX.Element {
  const list = lists.find(({ id }) => id === table.list)
  const { remarks } = table
  return (
    <>
      <Table
        caption={table.title}
        rows={table.rows}
        columns={[
          {
            head: table.of,
            cell: (row) => (row.about && hrefOf ? <a href={hrefOf(row.about)}>{row.label}</a> : row.label),
          },
          ...table.columns.map((head, i) => ({
            head,
            numeric: true,
            cell: (row: FigureTable['rows'][number]) => {
              const cell = row.cells[i]
              return cell ? formatFigure(cell) : ''
            },
          })),
          ...(remarks === undefined ? [] : [{ head: remarks, cell: (row: { remark?: string }) => row.remark ?? '' }]),
        ]}
      />
      {list && (
        <p>
          <a href={`#${listAnchor(list.id)}`}>
            {list.title} ({list.rows.length})
          </a>
        </p>
      )}
    </>
  )
}

/** The things behind figures. An address is a link. */
export function ListingView({ list }: { list: Listing }): JSX.Element {
  return (
    <div id={listAnchor(list.id)}>
      <Table
        caption={list.title}
        rows={list.rows}
        columns={list.columns.map((head, i) => ({
          head,
          cell: (row: (string | null)[]) => cellOf(row[i] ?? '–'),
        }))}
        empty={<Empty title={list.title}>{list.empty}</Empty>}
      />
    </div>
  )
}

const cellOf = (text: string): ComponentChild => (/^https?:\/\//.test(text) ? <a href={text}>{text}</a> : text)
