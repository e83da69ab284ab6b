import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { derivedKey, hashOf } from '#platform/keys.ts'
import { countTry } from '#platform/rate-limits/rate-limit.ts'
import { isStopped } from './queries.ts'
import { MOST_MAILS_TO_STRANGER } from './rules.ts'
import type { StrangerStop } from './slots.ts'
import { insertStop } from './store.ts'

const DAY = 24 * 3600

/** The key of « Ne plus recevoir » in a mail to an address without account: only the holder of `SECRET` makes it again. */
const stopKeyOf = (secret: string, emailKey: string): string => derivedKey(secret, `stop ${emailKey}`)

/** The pseudonym of an address, for caps and « ne plus recevoir »: what its key leads to, never the address itself. */
export const addressHash = (secret: string, emailKey: string): string => hashOf(stopKeyOf(secret, emailKey))

/** Asked again as a mail leaves: whoever asked for silence since it was written gets it. */
export const strangerStop = (secret: string): StrangerStop => ({
  keyOf: (emailKey) => stopKeyOf(secret, emailKey),
  isStopped: (reader, emailKey) => isStopped(reader, addressHash(secret, emailKey)),
})

export type Stranger = { emailKey: string; secret: string; now: Instant }

/**
 * Whether one more mail may go to an address without account: it has not asked for silence, and gets three a day at most, over
 * all who write to it (B24). A yes is counted. Who asks must be told the same in each case.
 */
export async function letStrangerBeWritten(
  tx: Tx,
  { emailKey, secret, now }: Stranger,
): Promise<'yes' | 'capped' | 'stopped'> {
  const hash = addressHash(secret, emailKey)
  if (await isStopped(tx, hash)) return 'stopped'
  const key = `stranger:${hash}`
  const { allowed } = await countTry(tx, key, { tries: MOST_MAILS_TO_STRANGER, seconds: DAY }, now)
  return allowed ? 'yes' : 'capped'
}

/** « Ne plus recevoir »: this address gets nothing more that people of the site ask us to send. */
export const stopAddressIn = (tx: Tx, key: string, now: Instant): Promise<void> =>
  insertStop(tx, { emailHash: hashOf(key), since: now })
