import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase, transact, WORKER_LIMITS } from '#platform/database/database.ts'
import { codeOf } from '#platform/database/errors.ts'
import { createLog } from '#platform/log.ts'
import { type FreshDatabase, freshDatabase } from '#tests/database.ts'
import { audit } from './actions.ts'
import { auditLog } from './tables.ts'

let fresh: FreshDatabase
let database: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase(fresh.url, WORKER_LIMITS, createLog('silent'))
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

const entry = (at: string) => ({
  actorId: 3,
  verb: 'account-validated',
  object: 'person:12',
  now: Temporal.Instant.from(at),
})

test('ADM-3: a line tells who did what to what, and lives or dies with what it tells', async () => {
  const now = Temporal.Now.instant().round('millisecond')
  await transact(database, (tx) => audit(tx, { ...entry(now.toString()), details: { role: 'professional' } }))
  const undone = transact(database, async (tx) => {
    await audit(tx, entry(now.toString()))
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await database.select().from(auditLog)).toEqual([
    { id: 1, at: now, actorId: 3, verb: 'account-validated', object: 'person:12', details: { role: 'professional' } },
  ])
})

test('ADM-3: no line is changed, and none goes before twelve months', async () => {
  const refused = [sql`update audit_log set verb = 'nothing'`, sql`delete from audit_log`, sql`truncate audit_log`]
  for (const statement of refused) {
    const code = await database.execute(statement).then(() => 'done', codeOf)
    expect(code).toBe('42501')
  }
  expect(await database.$count(auditLog)).toBe(1)
  await transact(database, (tx) => audit(tx, entry('2020-01-01T00:00:00Z')))
  await database.execute(sql`delete from audit_log where at < now() - interval '12 months'`)
  expect(await database.$count(auditLog)).toBe(1)
})
