import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { addAffiliation, removeAffiliation } from './person-store.ts'

/** Makes a person a member of a structure, as its authors are: its drafts become readable from the next request on. */
export const affiliateIn = (tx: Tx, personId: number, structureId: number, now: Instant): Promise<void> =>
  addAffiliation(tx, personId, structureId, now)

/** Takes a person out of a structure: its drafts are closed to him from the next request on. */
export const disaffiliateIn = (tx: Tx, personId: number, structureId: number): Promise<void> =>
  removeAffiliation(tx, personId, structureId)
