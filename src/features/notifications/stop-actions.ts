import type { Tx } from '#platform/database/database.ts'
import { derivedKey, hashOf } from '#platform/keys.ts'
import { savePreference, stopDigest } from './preference-store.ts'
import { hasStopped } from './queries.ts'
import { DIGEST, isStoppable, type Stoppable } from './rules.ts'

/** Whose mails, and which. */
export type Stop = { personId: number; what: Stoppable }

/** The key of « ne plus recevoir » in a mail to an account: what it stops, signed, so that no table holds it. */
export const topicStopKey = (secret: string, { personId, what }: Stop): string =>
  `${personId}-${what}-${derivedKey(secret, `topic-stop ${personId} ${what}`)}`

/** What a key stops; undefined when it is not one that we signed. */
export function readTopicStop(secret: string, key: string): Stop | undefined {
  const [, id = '', what = ''] = /^([1-9]\d{0,14})-([a-z]+)-[a-z2-7]{26}$/.exec(key) ?? []
  if (!isStoppable(what)) return undefined
  const stop = { personId: Number(id), what }
  // By their hashes, the time of the comparison says nothing of where two keys differ.
  return hashOf(topicStopKey(secret, stop)) === hashOf(key) ? stop : undefined
}

/** No mail of it any more; done twice, it changes nothing. False: no such account. */
export async function stopTopicIn(tx: Tx, { personId, what }: Stop): Promise<boolean> {
  if ((await hasStopped(tx, personId, what)) === undefined) return false
  await (what === DIGEST ? stopDigest(tx, personId) : savePreference(tx, personId, what, 'none'))
  return true
}
