import { type Instant, minutes } from '#kernel/time'
import type { Reader, Tx } from '#platform/database/database.ts'
import { derivedKey, hashOf, isKey, newKey } from '#platform/keys.ts'
import { MINUTES_OF_TOKEN, type Purpose } from './rules.ts'
import { findGoodToken, insertToken, useToken } from './token-store.ts'

/** The key of a link, made when its mail is written: the table holds neither it nor what would be enough to make it. */
export const linkKey = (secret: string, purpose: Purpose, seed: string): string =>
  derivedKey(secret, `account-link:${purpose}:${seed}`)

type Recipient = { personId: number | null; emailVersion: number }

/** Makes a link good once, for `to`; without a person it is a decoy that opens nothing. Returns its number, for the mail. */
export function createToken(
  tx: Tx,
  secret: string,
  purpose: Purpose,
  to: Recipient & { now: Instant },
): Promise<number> {
  const { now, ...recipient } = to
  const seed = newKey()
  return insertToken(tx, {
    ...recipient,
    purpose,
    seed,
    keyHash: hashOf(linkKey(secret, purpose, seed)),
    createdAt: now,
    expiresAt: now.add(minutes(MINUTES_OF_TOKEN[purpose])),
  })
}

/** What the page of a link needs; undefined for a link that is unknown, used, late, or of another purpose alike. */
export async function readLink(reader: Reader, purpose: Purpose, key: string, now: Instant) {
  return isKey(key) ? findGoodToken(reader, { purpose, keyHash: hashOf(key), now }) : undefined
}

/** Uses the link up in this transaction. */
export async function spendLink(tx: Tx, purpose: Purpose, key: string, now: Instant) {
  return isKey(key) ? useToken(tx, { purpose, keyHash: hashOf(key), now }) : undefined
}
