import { daysLater, type Instant } from '#kernel/time'
import type { Database } from '#platform/database/database.ts'
import { type FilePlace, sweepDraftsOf } from '#platform/files/open-storage.ts'
import type { Storage } from '#platform/files/storage.ts'
import { findUpload, idleUploads, oldFiles } from './queries.ts'
import { KEPT } from './sizes.ts'
import type { FileParents } from './slots.ts'
import { deleteFiles, deleteUpload, knownStorageKeys } from './store.ts'

export type Sweeping = { database: Database; storage: Storage; place: FilePlace; parents: readonly FileParents[] }

/**
 * What nothing shows any more, then the bytes without a row (R11). Rows go first: bytes are swept an hour later at the
 * latest, and nothing younger than an hour is touched, since its row may be about to be written.
 */
export async function sweepFiles(sweeping: Sweeping, now: Instant): Promise<{ files: number; orphans: number }> {
  const files = await sweepRows(sweeping, now)
  await sweepUploads(sweeping, now)
  const before = new Date(now.epochMilliseconds - KEPT.orphanMinutes * 60_000)
  await sweepDraftsOf(sweeping.place, before)
  return { files, orphans: await sweepOrphans(sweeping, before) }
}

async function sweepRows({ database, parents }: Sweeping, now: Instant): Promise<number> {
  const [unused, ownerless, quarantined] = [KEPT.unusedDays, KEPT.ownerlessDays, KEPT.quarantinedDays].map((days) =>
    daysLater(now, -days),
  ) as [Instant, Instant, Instant]
  let swept = 0
  let after = 0
  for (;;) {
    const rows = await oldFiles(database, ownerless, after)
    const last = rows.at(-1)
    if (last === undefined) return swept
    after = last.id
    const used = await usedAmong(
      { database, parents },
      rows.map(({ id }) => id),
    )
    const limitOf = (row: (typeof rows)[number]) => {
      if (row.state === 'quarantined') return quarantined
      return row.ownerId === null ? ownerless : unused
    }
    const gone = rows.filter((row) => !used.has(row.id) && Temporal.Instant.compare(row.createdAt, limitOf(row)) < 0)
    await deleteFiles(
      database,
      gone.map(({ id }) => id),
    )
    swept += gone.length
  }
}

async function usedAmong({ database, parents }: Pick<Sweeping, 'database' | 'parents'>, ids: readonly number[]) {
  const sets = await Promise.all(parents.map((slot) => slot.used(database, ids)))
  return new Set(sets.flatMap((set) => [...set]))
}

async function sweepUploads({ database }: Sweeping, now: Instant): Promise<void> {
  const idle = await idleUploads(database, daysLater(now, -KEPT.idleUploadDays))
  for (const { key } of idle) await deleteUpload(database, key)
}

const BATCH = 500

async function sweepOrphans({ database, storage }: Sweeping, before: Date): Promise<number> {
  let swept = 0
  let batch: string[] = []
  const sweep = async () => {
    const known = await knownStorageKeys(database, batch)
    for (const key of batch.filter((one) => !known.has(one))) {
      await storage.delete(key)
      swept += 1
    }
    batch = []
  }
  for await (const { key, modifiedAt } of storage.list('files')) {
    if (modifiedAt >= before) continue
    batch.push(key)
    if (batch.length >= BATCH) await sweep()
  }
  await sweep()
  for await (const { key, modifiedAt } of storage.list('uploads')) {
    if (modifiedAt >= before || (await isUnderWay(database, key))) continue
    await storage.delete(key)
    swept += 1
  }
  return swept
}

/** A piece is under way while its upload is, and has not become a file. */
async function isUnderWay(database: Database, key: string): Promise<boolean> {
  const upload = await findUpload(database, key.split('/')[1] ?? '')
  return upload !== undefined && upload.fileKey === null && upload.refusal === null
}
