// The names of the fields of a date: rows are numbered for good, `date.3.jour`, so that a row keeps its names whatever is
// added or removed around it.

export type Values = Readonly<Record<string, readonly string[]>>

/** A field with all its values. */
export type Field = [name: string, values: readonly string[]]

/** The name of a field of a row; `rowPrefix` begins it. */
export const rowPrefix = (row: number): string => `date.${row}.`
export const rowField = (row: number, name: string): string => `${rowPrefix(row)}${name}`

/** The rows of a form, in order. */
export function rowNumbers(values: Values): number[] {
  const rows = Object.keys(values).map((name) => /^date\.(\d{1,4})\./.exec(name)?.[1])
  return [...new Set(rows.filter((row) => row !== undefined).map(Number))].sort((a, b) => a - b)
}
