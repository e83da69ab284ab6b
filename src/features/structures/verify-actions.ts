import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { verifyStructure } from './edit-store.ts'

/** « Toujours exact »: the sheet of a structure is as fresh as now (STR-5). */
export const verifyStructureIn = (tx: Tx, contentId: number, now: Instant): Promise<void> =>
  verifyStructure(tx, contentId, now)
