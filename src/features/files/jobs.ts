import { openStorage } from '#platform/files/open-storage.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import type { Tasks } from '#platform/jobs/guarded-task.ts'
import type { Periodic } from '#platform/jobs/worker.ts'
import type { Parts } from '#platform/parts.ts'
import { makeRenditions } from './rendition-actions.ts'
import type { FileParents } from './slots.ts'
import { sweepFiles } from './sweep-actions.ts'

export function fileTasks({ database, settings, fetch }: Parts, parents: readonly FileParents[]): Tasks {
  const storage = openStorage(settings, fetch)
  return {
    async 'file-renditions'(payload) {
      const { file } = payload as { file: number }
      await makeRenditions({ database, storage }, Number(file))
      for (const parent of parents) await dropPages(database, await parent.pagesOf(database, Number(file)))
    },
  }
}

export function filePeriodics(
  { database, settings, fetch, clock, log }: Parts,
  parents: readonly FileParents[],
): Periodic[] {
  const sweeping = { database, storage: openStorage(settings, fetch), place: settings, parents }
  const run = async () => log.info(await sweepFiles(sweeping, clock.now()), 'files swept')
  return [{ name: 'sweep-files', everyMinutes: 60, run }]
}
