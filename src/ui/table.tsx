import type { ComponentChildren, Key } from 'preact'

export type Column<Row> = {
  title: string
  cell: (row: Row) => ComponentChildren
  /** The cell that names its row. */
  heading?: boolean
  /** Figures stand to the right, one under the other. */
  numeric?: boolean
}

export type TableProps<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => Key
  /** The caption is said but not shown when a heading above already says it. */
  unseenCaption?: boolean
}

/** A real table; where there is no room for it each row becomes a card. */
export function Table<Row>({ caption, columns, rows, keyOf, unseenCaption }: TableProps<Row>) {
  return (
    <div class="table-room">
      <table>
        <caption class={unseenCaption ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, numeric }) => (
              <th key={title} scope="col" class={numeric ? 'numeric' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <Cell key={column.title} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.heading) return <th scope="row">{column.cell(row)}</th>
  return (
    <td data-label={column.title} class={column.numeric ? 'numeric' : undefined}>
      {column.cell(row)}
    </td>
  )
}
