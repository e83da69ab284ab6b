import { slugOf } from '#kernel/slug'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import * as store from './bulk-store.ts'

/** A public, published sheet that comes from elsewhere. */
export type ImportedContent = {
  title: string
  summary: string
  presentation: string
  structureId: number | null
  departements: readonly string[]
}

/** Publishes many sheets of one kind at once; returns their numbers, in the same order. */
export async function publishContentsIn(
  tx: Tx,
  contents: readonly ImportedContent[],
  common: { kind: 'structure' | 'service'; now: Instant },
): Promise<number[]> {
  const ids = await store.numbersOfContents(tx, contents.length)
  const { kind, now } = common
  const rows = contents.map(({ departements: _, ...content }, index) => ({
    ...content,
    id: ids[index] as number,
    // A structure is its own: its members read its drafts as they read those of its services.
    structureId: kind === 'structure' ? (ids[index] as number) : content.structureId,
    kind,
    state: 'published',
    access: 'public',
    slug: slugOf(content.title),
    version: 1,
    createdAt: now,
    updatedAt: now,
    publishedAt: now,
  }))
  await store.insertContents(tx, Object.keys(rows[0] ?? {}), rows)
  await store.insertDepartementsOf(
    tx,
    contents.flatMap(({ departements }, index) =>
      departements.map((departement) => ({ contentId: ids[index] as number, departement })),
    ),
  )
  return ids
}

export type ChangedContent = ImportedContent & { id: number; edited: readonly string[] }

/** Writes many sheets anew, but for the fields that their members edited (`title`, `summary`, `presentation`, `departements`). */
export async function rewriteContentsIn(tx: Tx, contents: readonly ChangedContent[], now: Instant): Promise<void> {
  const rows = contents.map(({ departements: _, edited, ...content }) => ({
    ...content,
    slug: slugOf(content.title),
    updatedAt: now,
    kept: edited.includes('title') ? [...edited, 'slug'] : edited,
  }))
  await store.updateContents(tx, ['title', 'slug', 'summary', 'presentation', 'updatedAt'], rows)
  const moved = contents.filter(({ edited }) => !edited.includes('departements') && !edited.includes('city'))
  await store.deleteDepartementsOf(
    tx,
    moved.map(({ id }) => id),
  )
  await store.insertDepartementsOf(
    tx,
    moved.flatMap(({ id, departements }) => departements.map((departement) => ({ contentId: id, departement }))),
  )
}
