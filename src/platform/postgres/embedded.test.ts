import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase } from '#tests/database.ts'

const database = await freshDatabase()
afterAll(() => database.drop())

test('the server sorts as French people do and knows accented letters', async () => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query(
    `select array(select x from unnest(array['eu','Été','etage','été']) x order by x) as sorted`,
  )
  await client.query('create extension pg_trgm')
  const trigrams = await client.query(`select show_trgm('é') as t`)
  await client.end()
  expect(rows[0].sorted).toEqual(['etage', 'été', 'Été', 'eu'])
  expect(trigrams.rows[0].t).toHaveLength(2)
})
