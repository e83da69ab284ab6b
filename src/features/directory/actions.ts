import type { Actor } from '#features/accounts/actor.ts'
import { audit } from '#features/audit/actions.ts'
import type { Instant } from '#kernel/time'
import { type Database, transact } from '#platform/database/database.ts'
import { keyedHash } from '#platform/keys.ts'
import { type Allowance, countTry } from '#platform/rate-limits/rate-limit.ts'
import type { DirectoryChoices } from './choices.ts'
import { PAGES_PER_MINUTE } from './limits.ts'
import { saveChoices } from './store.ts'

/** Counts a page of the directory against its reader, and notes who read which: people are not to be copied away (B25). */
export async function countPage(
  database: Database,
  reader: { actor: Actor; page: number; secret: string },
  now: Instant,
): Promise<Allowance> {
  const { actor, page, secret } = reader
  const allowance = await countTry(database, keyedHash(secret, `directory ${actor.id}`), PAGES_PER_MINUTE, now)
  const entry = { actorId: actor.id, verb: 'directory-read', object: 'directory', details: { page }, now }
  if (allowance.allowed) await audit(database, entry)
  return allowance
}

export const chooseWhatIsShown = (database: Database, actor: Actor, choices: DirectoryChoices, now: Instant) =>
  transact(database, (tx) => saveChoices(tx, actor.id, choices, now))
