import { sql } from 'drizzle-orm'
import type { Reader } from '../database/database.ts'

export type JobFigures = { waiting: number; running: number; parked: number; workers: number; oldestSeconds: number }

/** For `/metriques` and `/sante`: due or to come, being done, given up after their last try, and who lives. */
export async function jobFigures(reader: Reader): Promise<JobFigures> {
  const { rows } = await reader.execute<JobFigures>(sql`
    select count(*) filter (where locked_at is null and attempts < max_attempts)::int as waiting,
      count(*) filter (where locked_at is not null)::int as running,
      count(*) filter (where locked_at is null and attempts >= max_attempts)::int as parked,
      (select count(*)::int from worker_heartbeats where seen_at > now() - interval '30 seconds') as workers,
      coalesce(extract(epoch from max(now() - run_at) filter (where locked_at is null and attempts < max_attempts
        and run_at < now())), 0)::int as "oldestSeconds"
    from graphile_worker.jobs`)
  return rows[0] ?? { waiting: 0, running: 0, parked: 0, workers: 0, oldestSeconds: 0 }
}
