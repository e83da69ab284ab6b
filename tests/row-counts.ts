import { sql } from 'drizzle-orm'
import type { Database } from '#platform/database/database.ts'

/** How many rows each table of the site holds: the trace of any effect, mails included. */
export async function rowCounts(database: Database, without: readonly string[] = []): Promise<Record<string, number>> {
  const { rows } = await database.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  )
  const names = rows.map(({ name }) => name).filter((name) => !without.includes(name))
  const counts = names.map(
    (name) => sql`select ${name}::text as name, count(*)::int as count from ${sql.identifier(name)}`,
  )
  const counted = await database.execute<{ name: string; count: number }>(sql.join(counts, sql` union all `))
  return Object.fromEntries(counted.rows.map(({ name, count }) => [name, count]))
}

/** What was added or taken away between two counts. */
export function differences(before: Record<string, number>, after: Record<string, number>): Record<string, number> {
  const changed = Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
  return Object.fromEntries(changed.filter(([, count]) => count !== 0))
}
