import { slugOf } from '#kernel/slug'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import * as store from './bulk-store.ts'

/** A public, published sheet that comes from elsewhere. */
export type ImportedContent = {
  title: string
  summary: string
  presentation: string
  /** Plain text, unless said otherwise. */
  presentationFormat?: 'plain' | 'html'
  structureId: number | null
  departements: readonly string[]
  /** When its source published it: now, unless said otherwise. */
  publishedAt?: Instant
}

type Common = {
  kind: 'structure' | 'service' | 'article' | 'resource'
  now: Instant
  /** Numbers reserved beforehand, one for each; new ones unless said otherwise. */
  ids?: readonly number[]
}

/** Numbers for contents to come, so that their texts may link to one another. */
export const reserveNumbersIn = (tx: Tx, count: number): Promise<number[]> => store.numbersOfContents(tx, count)

/** Publishes many sheets of one kind at once; returns their numbers, in the same order. */
export async function publishContentsIn(
  tx: Tx,
  contents: readonly ImportedContent[],
  common: Common,
): Promise<number[]> {
  const { kind, now } = common
  const ids = [...(common.ids ?? (await reserveNumbersIn(tx, contents.length)))]
  const rows = contents.map(({ departements: _, ...content }, index) => ({
    ...content,
    id: ids[index] as number,
    // A structure is its own: its members read its drafts as they read those of its services.
    structureId: kind === 'structure' ? (ids[index] as number) : content.structureId,
    kind,
    state: 'published',
    access: 'public',
    presentationFormat: content.presentationFormat ?? 'plain',
    slug: slugOf(content.title),
    version: 1,
    createdAt: now,
    updatedAt: now,
    publishedAt: content.publishedAt ?? now,
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

/** What goes with a field that members edited. */
const TIED: Record<string, readonly string[]> = { title: ['slug'], presentation: ['presentationFormat'] }

/** Writes many sheets anew, but for the fields that their members edited (`title`, `summary`, `presentation`, `departements`). */
export async function rewriteContentsIn(tx: Tx, contents: readonly ChangedContent[], now: Instant): Promise<void> {
  const rows = contents.map(({ departements: _, edited, ...content }) => ({
    ...content,
    presentationFormat: content.presentationFormat ?? 'plain',
    slug: slugOf(content.title),
    updatedAt: now,
    kept: edited.flatMap((field) => [field, ...(TIED[field] ?? [])]),
  }))
  await store.updateContents(tx, ['title', 'slug', 'summary', 'presentation', 'presentationFormat', 'updatedAt'], rows)
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
