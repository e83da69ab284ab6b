import { getTableColumns, sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from './database.ts'

type Row = Record<string, unknown>

type BulkColumn = { field: string; name: string; type: string }

/** The columns among those of the table that the rows hold, by the names the code gives them. */
function columnsOf(table: PgTable, fields: readonly string[]): BulkColumn[] {
  const columns = getTableColumns(table)
  return fields.map((field) => {
    const column = columns[field]
    if (column === undefined) throw new Error(`no column ${field} in ${getTableConfig(table).name}`)
    return { field, name: column.name, type: column.getSQLType() }
  })
}

const quoted = (name: string): string => `"${name}"`

/** The rows as a table: one parameter, however many they are. */
function recordset(columns: readonly BulkColumn[], rows: readonly Row[]) {
  const records = rows.map((row) => Object.fromEntries(columns.map(({ field, name }) => [name, row[field] ?? null])))
  const shape = columns.map(({ name, type }) => `${quoted(name)} ${type}`).join(', ')
  return sql`jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given(${sql.raw(shape)})`
}

/** Inserts many rows in one statement. Every row holds `fields` (names of the code); numbers given are kept. */
export async function insertRows(
  tx: Tx,
  table: PgTable,
  fields: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = columnsOf(table, fields)
  const names = sql.raw(columns.map(({ name }) => quoted(name)).join(', '))
  await tx.execute(sql`insert into ${table} (${names}) overriding system value
    select ${names} from ${recordset(columns, rows)}`)
}

/**
 * Updates many rows in one statement, found by `key`. When rows hold `kept` (a list of fields), these fields of that row
 * are left as they are.
 */
export async function updateRows(
  tx: Tx,
  table: PgTable,
  plan: { key: string; fields: readonly string[] },
  rows: readonly (Row & { kept?: readonly string[] })[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = columnsOf(table, [plan.key, ...plan.fields])
  const [key, ...changed] = columns
  if (key === undefined) return
  const own = `own.${quoted(key.name)}`
  const set = changed.map(
    ({ field, name }) =>
      `${quoted(name)} = case when given.kept @> array['${field}'] then own.${quoted(name)} else given.${quoted(name)} end`,
  )
  const records = rows.map((row) => ({
    ...Object.fromEntries(columns.map(({ field, name }) => [name, row[field] ?? null])),
    kept: row.kept ?? [],
  }))
  const shape = [...columns.map(({ name, type }) => `${quoted(name)} ${type}`), 'kept text[]'].join(', ')
  await tx.execute(sql`update ${table} as own set ${sql.raw(set.join(', '))}
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given(${sql.raw(shape)})
    where ${sql.raw(own)} = given.${sql.raw(quoted(key.name))}`)
}

/** Numbers of rows about to be inserted in a table whose `id` is an identity. */
export async function nextIds(tx: Tx, table: PgTable, count: number): Promise<number[]> {
  const { name } = getTableConfig(table)
  const { rows } = await tx.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence(${name}, 'id')) as id from generate_series(1, ${count})`,
  )
  return rows.map(({ id }) => Number(id))
}
