import { mayContribute } from '#features/accounts/access.ts'
import type { Actor } from '#features/accounts/actor.ts'
import type { Instant } from '#kernel/time'
import type { Database } from '#platform/database/database.ts'
import { keyedHash } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countAmount, giveBack } from '#platform/rate-limits/rate-limit.ts'
import { MOST_BYTES_A_DAY } from './sizes.ts'

/** Counted by kilobytes: a counter holds 32 bits. */
const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024)

const keyOf = ({ settings }: Pick<Parts, 'settings'>, ownerId: number): string =>
  keyedHash(settings.SECRET, `bytes ${ownerId}`)

/** Counts what a person sends in a day, in forms and piece by piece alike; false, and nothing is counted, when it is too much. */
export async function countBytes(
  parts: Pick<Parts, 'database' | 'settings'>,
  actor: Actor,
  bytes: number,
  now: Instant,
): Promise<boolean> {
  const most = kilobytes(mayContribute(actor) ? MOST_BYTES_A_DAY.contributor : MOST_BYTES_A_DAY.other)
  const key = keyOf(parts, actor.id)
  const { allowed } = await countAmount(
    parts.database,
    key,
    { most, seconds: 24 * 3600 },
    { amount: kilobytes(bytes), now },
  )
  return allowed
}

/** What was announced and will not come. */
export const giveBackBytes = (
  parts: Pick<Parts, 'settings'>,
  database: Database,
  ownerId: number,
  bytes: number,
): Promise<void> => giveBack(database, keyOf(parts, ownerId), kilobytes(bytes))
