import { sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Log } from '#platform/log.ts'
import { mayBeTriedAgain } from './errors.ts'
import { breakWhenSilent } from './silent-lines.ts'

/** What reads accept: the database itself or a transaction. */
export type Reader = Pick<NodePgDatabase, 'select' | 'selectDistinct' | 'execute' | '$count'>
export type Tx = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0]

export type Database = NodePgDatabase & {
  pool: pg.Pool
  /** Statements sent since the start: tests assert how many a page costs. */
  statements(): number
  close(): Promise<void>
}

export type Limits = { connections: number; statementMs: number; lockMs: number }

/**
 * Web requests give up rather than wait: 3 s for a lock, 4 s for a statement, so that nobody waits 5 s for a 503. A queue
 * for a row takes two locks in turn, which is why the statement has its own limit.
 */
export const WEB_LIMITS: Limits = { connections: 20, statementMs: 4000, lockMs: 3000 }
/** Jobs may take longer, and still end. */
export const WORKER_LIMITS: Limits = { connections: 8, statementMs: 60_000, lockMs: 10_000 }

/** How much longer than a statement may last nothing at all may be heard. */
const SILENCE_MS = 500

/** Opens a pool; nothing is connected before the first statement. Broken idle connections are replaced, never fatal. */
export function openDatabase(url: string, limits: Limits, log: Log): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.connections,
    connectionTimeoutMillis: 4000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'jcdmr',
    options: `-c statement_timeout=${limits.statementMs} -c lock_timeout=${limits.lockMs} -c idle_in_transaction_session_timeout=15000 -c timezone=UTC`,
  })
  let count = 0
  pool.on('error', (error) => {
    if (!pool.ending) log.warn({ code: (error as { code?: string }).code }, 'database connection lost')
  })
  pool.on('connect', (client) => {
    client.on('error', () => {})
    breakWhenSilent(client, limits.statementMs + SILENCE_MS)
  })
  const logger = { logQuery: () => count++ }
  const transaction: NodePgDatabase['transaction'] = (work, config) =>
    withConnection(pool, (client) => drizzle(client, { logger }).transaction(work, config))
  return Object.assign(drizzle(pool, { logger }), {
    ...{ pool, transaction, $client: pool },
    statements: () => count,
    close: () => pool.end(),
  }) as Database
}

/**
 * Drizzle keeps a pool's connection for ever when `begin` fails, and gives one back in mid-transaction when `rollback`
 * does. Here a connection always goes back, and is closed unless it is idle: R7 and R25 live on it.
 */
async function withConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release(client.getTransactionStatus() !== 'I')
  }
}

/**
 * One transaction at read committed. A deadlock or serialisation failure is tried again, at most 3 times, so `work` must
 * touch nothing but `tx`. Throws what `work` throws, after a rollback.
 */
export async function transact<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction(work)
    } catch (error) {
      if (attempt > 3 || !mayBeTriedAgain(error)) throw error
    }
  }
}

/** Whether the database answers within `ms`: what `/sante` says. */
export async function answers(database: Database, ms: number): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, ms, false).unref())
  const asked = database
    .execute(sql`select 1`)
    .then(() => true as const)
    .catch(() => false as const)
  return Promise.race([asked, late])
}
