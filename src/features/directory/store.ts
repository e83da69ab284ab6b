import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import type { DirectoryChoices } from './choices.ts'
import { directoryChoices } from './tables.ts'

export async function saveChoices(tx: Tx, personId: number, choices: DirectoryChoices, now: Instant): Promise<void> {
  const values = { ...choices, changedAt: now }
  await tx
    .insert(directoryChoices)
    .values({ personId, ...values })
    .onConflictDoUpdate({ target: directoryChoices.personId, set: values })
}
