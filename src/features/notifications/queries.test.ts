import { afterAll, beforeAll, expect, test } from 'vitest'
import { people } from '#features/accounts/tables.ts'
import { type Database, openDatabase, WORKER_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { type FreshDatabase, freshDatabase } from '#tests/database.ts'
import { wants } from './queries.ts'
import { notificationPreferences } from './tables.ts'

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

async function person(email: string): Promise<number> {
  const now = Temporal.Instant.from('2026-11-24T11:00:00Z')
  const row = { email, emailKey: email, name: 'Zoé', state: 'active' as const, createdAt: now, confirmedAt: now }
  const [made] = await database.insert(people).values(row).returning({ id: people.id })
  return made?.id ?? 0
}

test('ESP-3: who answered nothing wants all mails, who said no to a subject gets none about it', async () => {
  const [silent, refusing] = [await person('a@example.fr'), await person('b@example.fr')]
  await database.insert(notificationPreferences).values([
    { personId: refusing, topic: 'comments', choice: 'none' },
    { personId: refusing, topic: 'reminders', choice: 'at-once' },
    { personId: refusing, topic: 'checks', choice: 'daily' },
  ])
  expect(await wants(database, silent, 'comments')).toBe('at-once')
  expect(await wants(database, refusing, 'comments')).toBe('none')
  expect(await wants(database, refusing, 'reminders')).toBe('at-once')
  expect(await wants(database, refusing, 'checks')).toBe('daily')
  expect(await wants(database, refusing, 'moderation')).toBe('at-once')
})
