import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

const LOCK = 5_120_261

/**
 * Brings the database to this version: the site's tables, then the queue's. One process at a time (advisory lock); the
 * others wait and find nothing to do. A migration that fails is undone whole and the error says which file.
 */
export async function migrateDatabase(url: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'jcdmr-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await migrate(drizzle(client), { migrationsFolder: folder })
    const pool = new pg.Pool({ connectionString: url, max: 2 })
    for (const event of ['error', 'connect'] as const) pool.on(event, () => {})
    await runMigrations({ pgPool: pool, noPreparedStatements: true })
    await pool.end()
  } finally {
    await client.end()
  }
}
