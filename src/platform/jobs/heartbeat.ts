import { sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'

/** A worker that has said nothing for this long is dead. The database's clock alone is asked, whatever that of machines says. */
const DEAD_AFTER_SECONDS = 30

/** Says that a worker lives. */
export async function beat(database: Database, workerId: string): Promise<void> {
  await database.execute(sql`
    insert into worker_heartbeats (worker_id, seen_at) values (${workerId}, now())
    on conflict (worker_id) do update set seen_at = excluded.seen_at`)
}

/** Gives the jobs of dead workers back to the queue, and forgets those workers. Returns how many died. */
export async function freeDeadWorkers(database: Database): Promise<number> {
  const { rows } = await database.execute<{ id: string }>(sql`
    with silent as (
      select worker_id from worker_heartbeats
      where seen_at < now() - ${DEAD_AFTER_SECONDS} * interval '1 second'
    ), unknown as (
      select distinct locked_by from graphile_worker.jobs
      where locked_at < now() - ${DEAD_AFTER_SECONDS} * interval '1 second'
        and not exists (select from worker_heartbeats where worker_id = locked_by)
    )
    select worker_id as id from silent union select locked_by from unknown`)
  const dead = rows.map((row) => row.id)
  if (dead.length === 0) return 0
  const list = sql`array[${sql.join(
    dead.map((id) => sql`${id}`),
    sql`, `,
  )}]::text[]`
  await database.execute(sql`
    with forgotten as (delete from worker_heartbeats where worker_id = any(${list}))
    select graphile_worker.force_unlock_workers(${list})`)
  return dead.length
}

/** A worker that stopped by itself leaves nothing locked. */
export async function forgetWorker(database: Database, workerId: string): Promise<void> {
  await database.execute(sql`delete from worker_heartbeats where worker_id = ${workerId}`)
}
