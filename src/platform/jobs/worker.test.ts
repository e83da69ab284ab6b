import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Database, openDatabase, WORKER_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { type FreshDatabase, freshDatabase } from '#tests/database.ts'
import { jobFigures } from './job-figures.ts'
import { startWorker, type Worker, type WorkerOptions } from './worker.ts'

const log = createLog('silent')
let fresh: FreshDatabase
let database: Database
let workers: Worker[]
const pools: Database[] = []

beforeEach(async () => {
  fresh = await freshDatabase()
  workers = []
  database = openPool()
})
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()))
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
  await fresh.drop()
})

function openPool(): Database {
  const pool = openDatabase(fresh.url, WORKER_LIMITS, log)
  pools.push(pool)
  return pool
}

function start(options: WorkerOptions): Worker {
  const worker = startWorker({ database: openPool(), log }, { beatMs: 100, ...options })
  workers.push(worker)
  return worker
}

const add = (task: string, more = sql``) =>
  database.execute(sql`select graphile_worker.add_job(${task}, '{}'::json${more})`)
const until = (check: () => unknown, timeout = 10_000) =>
  vi.waitFor(async () => expect(await check()).toBeTruthy(), { timeout, interval: 50 })

test('N1: the jobs of a dead worker are taken up, whether it ever said it lived or not', async () => {
  const done: string[] = []
  const note = (name: string) => async () => void done.push(name)
  await add('of-silent')
  await add('of-unknown')
  await database.execute(sql`
    update graphile_worker._private_jobs set locked_by = 'dead-' || id, locked_at = now() - interval '31 seconds', attempts = 1`)
  await database.execute(sql`
    insert into worker_heartbeats select locked_by, now() - interval '31 seconds' from graphile_worker.jobs order by id limit 1`)
  start({ tasks: { 'of-silent': note('silent'), 'of-unknown': note('unknown') } })
  await until(() => done.length === 2)
  expect(done.sort()).toEqual(['silent', 'unknown'])
})

test('N1: the job of a living worker stays its own', async () => {
  let done = 0
  await add('slow')
  await database.execute(sql`
    update graphile_worker._private_jobs set locked_by = 'living', locked_at = now() - interval '20 minutes', attempts = 1`)
  await database.execute(sql`insert into worker_heartbeats values ('living', now() - interval '20 seconds')`)
  start({ tasks: { slow: async () => void done++ } })
  await pause(700)
  expect(done).toBe(0)
})

test('F17: two workers do once what is due every minute', async () => {
  let done = 0
  const periodics = [{ name: 'tidy', everyMinutes: 1440, run: async () => void done++ }]
  start({ tasks: {}, periodics })
  start({ tasks: {}, periodics })
  await until(() => done > 0)
  await pause(700)
  expect(done).toBe(1)
  await database.execute(sql`update periodic_tasks set occurrence = occurrence - interval '1 day'`)
  await until(() => done > 1)
  await pause(500)
  expect(done).toBe(2)
})

test('R7: connections that PostgreSQL breaks are made again, and jobs go on', async () => {
  let done = 0
  start({ tasks: { count: async () => void done++ } })
  await add('count')
  await until(() => done === 1)
  for (const round of [2, 3]) {
    await database.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    await add('count')
    await until(() => done === round, 12_000)
  }
})

test('F25: a job that fails each time is parked, counted, and keeps no word of its error', async () => {
  const tasks = {
    poison: async () => {
      throw new Error('zoe@example.fr could not be read')
    },
    good: async () => {},
  }
  start({ tasks })
  await add('poison', sql`, max_attempts := 1`)
  await add('good')
  await until(async () => {
    const { parked, waiting, running } = await jobFigures(database)
    return parked === 1 && waiting + running === 0
  })
  const { rows } = await database.execute(sql`select last_error from graphile_worker.jobs`)
  expect(rows).toEqual([{ last_error: 'poison: Error' }])
})

test('F2: a worker told to stop ends what it began and begins nothing more', async () => {
  const begun: string[] = []
  const ended: string[] = []
  const tasks = {
    slow: async () => {
      begun.push('slow')
      await pause(500)
      ended.push('slow')
    },
    next: async () => void begun.push('next'),
  }
  const worker = start({ tasks, concurrency: 1 })
  await add('slow')
  await until(() => begun.length === 1)
  await add('next')
  await worker.stop()
  expect({ begun, ended }).toEqual({ begun: ['slow'], ended: ['slow'] })
  expect(await jobFigures(database)).toMatchObject({ waiting: 1, running: 0, workers: 0 })
})
