import type { ComponentChildren, JSX } from 'preact'

export interface Column<Row> {
  head: string
  cell: (row: Row) => ComponentChildren
  /** Figures: to the right, digits of one width. */
  numeric?: boolean | undefined
}

interface Props<Row> {
  /** Says what is listed; read out first, seen above the table. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Shown instead of a table without rows. */
  empty?: ComponentChildren
}

/**
 * A list of things of one kind. The first column names the row. On a narrow screen each row becomes a block with the
 * head beside each value; the roles keep it a table for screen readers.
 */
export function Table<Row>({ caption, columns, rows, empty }: Props<Row>): JSX.Element {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <table class="table" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ head, numeric }) => (
            <th key={head} scope="col" role="columnheader" class={numeric ? 'numeric' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr role="row" key={index}>
            {columns.map((column, i) => (
              <Cell key={column.head} row={row} column={column} first={i === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({ row, column, first }: { row: Row; column: Column<Row>; first: boolean }): JSX.Element {
  const numeric = column.numeric ? 'numeric' : undefined
  if (first)
    return (
      <th scope="row" role="rowheader" class={numeric}>
        {column.cell(row)}
      </th>
    )
  return (
    <td role="cell" class={numeric} data-head={column.head}>
      <div>{column.cell(row)}</div>
    </td>
  )
}
