import { audit } from '#features/audit/actions.ts'
import { notify } from '#features/notifications/actions.ts'
import { verifyStructureIn } from '#features/structures/verify-actions.ts'
import { daysLater, type Instant, isoDay } from '#kernel/time'
import { type Database, type Tx, transact } from '#platform/database/database.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { derivedKey, hashOf, newKey } from '#platform/keys.ts'
import { listToAsk, sheetsOf } from './check-queries.ts'
import { answerCheck, insertCheck, verifyServices } from './check-store.ts'

/** After how many days without a look a sheet is asked about: six months (STR-5). */
const FRESH_DAYS = 182
const MOST_AT_ONCE = 200

export const checkKey = (secret: string, seed: string): string => derivedKey(secret, `check ${seed}`)

/** Asks the authors of sheets that nobody has seen to for six months, one mail per structure. Returns how many were asked. */
export async function askForChecks(database: Database, now: Instant, secret: string): Promise<number> {
  const asked = await listToAsk(database, daysLater(now, -FRESH_DAYS), MOST_AT_ONCE)
  for (const { structureId, personId, email } of asked) {
    await transact(database, async (tx) => {
      const seed = newKey()
      const keyHash = hashOf(checkKey(secret, seed))
      const id = await insertCheck(tx, { structureId, personId, seed, keyHash, sentAt: now })
      // By day, so that two rounds at once ask once.
      const cause = `sheet-check:${structureId}:${personId}:${isoDay(now)}`
      const person = { id: personId, email }
      await notify(tx, [{ cause, kind: 'sheet-check', topic: 'checks', person, about: { check: id }, bulk: true, now }])
    })
  }
  return asked.length
}

type Answer = { structureId: number; ids: readonly number[]; personId: number; check?: number; now: Instant }

/** « Toujours exact », for these sheets of a structure; numbers of other structures are left out. Returns how many. */
export async function confirmSheetsIn(tx: Tx, { structureId, ids, personId, check, now }: Answer): Promise<number> {
  const own = (await sheetsOf(tx, structureId)).map(({ id }) => id).filter((id) => ids.includes(id))
  if (own.includes(structureId)) await verifyStructureIn(tx, structureId, now)
  await verifyServices(tx, own, now)
  for (const id of own) await audit(tx, { actorId: personId, verb: 'sheet-verified', object: `content:${id}`, now })
  if (check !== undefined) await answerCheck(tx, check, now)
  await dropPages(
    tx,
    own.map((id) => `content:${id}`),
  )
  return own.length
}
