import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { derivedKey, hashOf, newKey } from '#platform/keys.ts'
import { MOST_SAVED, newestDate, otherSaved } from './saved-queries.ts'
import { setWatched, upsertSaved } from './saved-store.ts'

export const stopKey = (secret: string, seed: string): string => derivedKey(secret, `orientation ${seed}`)

export type ToSave = {
  personId: number
  name: string
  /** A query that `criteriaQuery` wrote. */
  criteria: string
  watched: boolean
  now: Instant
  secret: string
}

export type Saved = { kind: 'saved' } | { kind: 'too-many' }

/** Keeps an orientation in « Mon espace »; refused beyond `MOST_SAVED`. */
export async function saveOrientationIn(tx: Tx, { secret, ...given }: ToSave): Promise<Saved> {
  if ((await otherSaved(tx, given.personId, given.criteria)) >= MOST_SAVED) return { kind: 'too-many' }
  const seed = newKey()
  await upsertSaved(tx, {
    ...{ personId: given.personId, name: given.name, criteria: given.criteria, watched: given.watched },
    ...{ createdAt: given.now, seenUntil: given.now, seenDate: await newestDate(tx) },
    ...{ seed, keyHash: hashOf(stopKey(secret, seed)) },
  })
  return { kind: 'saved' }
}

/** « Me prévenir », or no longer. Whether the orientation is that person’s. */
export async function watchOrientationIn(
  tx: Tx,
  given: { id: number; personId: number; watched: boolean; now: Instant },
): Promise<boolean> {
  return setWatched(tx, { ...given, newestDate: await newestDate(tx) })
}
