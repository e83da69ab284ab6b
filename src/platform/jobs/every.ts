import { sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'

/** Something done regularly, once for all workers. Occurrences are counted from midnight UTC by the database's clock. */
export type Periodic = { name: string; everyMinutes: number; run: () => Promise<void> }

/**
 * Queues what is due. However many workers ask, an occurrence is queued once; those missed while nobody worked are
 * not made up for.
 */
export async function queueDue(database: Database, periodics: readonly Periodic[]): Promise<void> {
  if (periodics.length === 0) return
  const rows = periodics.map(({ name, everyMinutes }) => sql`(${name}, ${everyMinutes}::int)`)
  await database.execute(sql`
    with due as (
      insert into periodic_tasks (name, occurrence)
      select name, date_bin(minutes * interval '1 minute', now(), timestamptz '2000-01-01 00:00Z')
      from (values ${sql.join(rows, sql`, `)}) as asked (name, minutes)
      order by name
      on conflict (name) do update set occurrence = excluded.occurrence
        where periodic_tasks.occurrence < excluded.occurrence
      returning name
    )
    select graphile_worker.add_job('every:' || name, job_key := 'every:' || name, max_attempts := 3) from due`)
}
