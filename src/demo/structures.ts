import { and, eq, inArray, notInArray, or } from 'drizzle-orm'
import { contents } from '#features/contents/tables.ts'
import { importFile } from '#features/services/import-file-actions.ts'
import { services } from '#features/services/tables.ts'
import { structures } from '#features/structures/tables.ts'
import { loadTerritory } from '#features/territory/actions.ts'
import { departementsOfRegion } from '#features/territory/queries.ts'
import type { Instant } from '#kernel/time'
import type { Database } from '#platform/database/database.ts'
import type { DemoStructures } from './accounts.ts'
import { loadDemoNetworks } from './networks.ts'

/** Real files, in the order they are loaded; the services come after their structures. */
const FILES = [
  { path: 'data/structures-data-inclusion-2022.json.gz' },
  { path: 'data/services-data-inclusion-2022.json', date: '2022-12-01' },
  { path: 'data/structures-france-services-ara-2022.csv', date: '2022-12-01' },
  { path: 'data/structures-hinaura-ara-2022.csv.gz' },
]

/** Loads the territory, the three real files and the networks of creation; what is already there is left alone. */
export async function loadDemoStructures(database: Database, now: Instant): Promise<DemoStructures> {
  await loadTerritory(database, now)
  for (const file of FILES) {
    const report = await importFile(database, { ...file, now })
    if (report.outcome !== 'done') throw new Error(`${file.path}: ${report.unreadable ?? report.errors}`)
  }
  await unpublishElsewhere(database)
  await loadDemoNetworks(database, now)
  return { pro: await networkNamed(database, 'bge'), pro2: await networkNamed(database, 'initiative') }
}

/** The real files cover France here and there: a visitor of the region sees the region. Imported again, nothing changes. */
async function unpublishElsewhere(database: Database): Promise<void> {
  const here = (await departementsOfRegion(database)).map(({ code }) => code)
  const elsewhere = database
    .select({ id: structures.contentId })
    .from(structures)
    .where(notInArray(structures.departementCode, here))
  const theirs = database
    .select({ id: services.contentId })
    .from(services)
    .where(inArray(services.structureId, elsewhere))
  await database
    .update(contents)
    .set({ state: 'unpublished' })
    .where(or(inArray(contents.id, elsewhere), inArray(contents.id, theirs)))
}

async function networkNamed(database: Database, name: string): Promise<{ id: number; name: string }> {
  const [found] = await database
    .select({ id: contents.id, name: contents.title })
    .from(structures)
    .innerJoin(contents, eq(contents.id, structures.contentId))
    .where(and(eq(structures.demo, true), eq(structures.sourceId, name)))
  if (found === undefined) throw new Error(`no demo structure ${name}`)
  return found
}
