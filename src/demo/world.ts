import { sql } from 'drizzle-orm'
import { transact } from '#platform/database/database.ts'
import type { Parts } from '#platform/parts.ts'
import { loadDemoAccounts } from './accounts.ts'
import { loadDemoEvents } from './events.ts'
import { loadDemoProjects } from './projects.ts'
import { loadDemoStructures } from './structures.ts'
import { loadDemoSheets, loadDemoTexts } from './texts.ts'

/** Loads the demo once, into a database without accounts; true when it did. Two starts at once load it once. */
export async function loadDemoWorld(parts: Parts): Promise<boolean> {
  const { database, clock } = parts
  if (!(await isEmpty({ database }))) return false
  const now = clock.now()
  const structures = await loadDemoStructures(database, now)
  await loadDemoSheets(database, now)
  return transact(database, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(5120262)`)
    const { rows } = await tx.execute<{ empty: boolean }>(sql`select not exists (select 1 from people) as empty`)
    if (rows[0]?.empty !== true) return false
    const accounts = await loadDemoAccounts(tx, structures, now)
    await loadDemoEvents(tx, accounts, now)
    await loadDemoTexts({ tx, parts, authors: accounts, now })
    await loadDemoProjects(tx, { pro: accounts.pro, secret: parts.settings.SECRET, now })
    return true
  })
}

async function isEmpty({ database }: Pick<Parts, 'database'>): Promise<boolean> {
  const { rows } = await database.execute<{ empty: boolean }>(sql`select not exists (select 1 from people) as empty`)
  return rows[0]?.empty === true
}
