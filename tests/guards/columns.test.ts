import pg from 'pg'
import { expect, test } from 'vitest'
import { columns } from '#features/privacy/columns.ts'
import { freshDatabase } from '../database.ts'
import { type Column, readSchema } from './docs/schema.ts'

const withoutLine = (found: readonly Column[]) =>
  found
    .filter(({ table, column }) => columns[table]?.[column] === undefined)
    .map(({ table, column }) => `${table}.${column}`)

test('TRU-2: every column of every table has its purpose, its keeping, its export and its erasing', async () => {
  const { url, drop } = await freshDatabase()
  const found = (await readSchema(url).finally(drop)).columns
  expect(found.length).toBeGreaterThan(50)
  expect(withoutLine(found)).toEqual([])
})

test('TRU-2: no line is left for a column that is gone', async () => {
  const { url, drop } = await freshDatabase()
  const { columns: found } = await readSchema(url).finally(drop)
  const known = new Set(found.map(({ table, column }) => `${table}.${column}`))
  const lines = Object.entries(columns).flatMap(([table, fates]) =>
    Object.keys(fates).map((name) => `${table}.${name}`),
  )
  expect(lines.filter((line) => !known.has(line))).toEqual([])
})

test('TRU-2: a planted column without a line is found', async () => {
  const { url, drop } = await freshDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create table planted (birth_date date)')
  await client.end()
  const found = (await readSchema(url).finally(drop)).columns
  expect(withoutLine(found)).toContain('planted.birth_date')
})
