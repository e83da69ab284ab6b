import { publishContentsIn, rewriteContentsIn } from '#features/contents/bulk-actions.ts'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import type { Known } from '#platform/database/source-rows.ts'
import { hashOf } from '#platform/keys.ts'
import type { StructureSheet } from './import-rules.ts'
import { insertStructures, knownStructures, updateStructures } from './import-store.ts'

export type Written = { added: number; changed: number; unchanged: number; kept: number }

/** Grows when the same line gives another sheet than before. */
const READING = 2

/** What tells a changed line from the one read last time. */
export const sheetHash = (sheet: object): string => hashOf(`${READING} ${JSON.stringify(sheet)}`)

/** Sorts read sheets against what is here: to add, to change, as they are. */
export function sortSheets<Sheet extends { sourceId: string; sourceHash: string }>(
  sheets: readonly Sheet[],
  known: ReadonlyMap<string, Known>,
) {
  const added = sheets.filter(({ sourceId }) => !known.has(sourceId))
  const changed = sheets.flatMap((sheet) => {
    const here = known.get(sheet.sourceId)
    return here === undefined || here.hash === sheet.sourceHash
      ? []
      : [{ ...sheet, contentId: here.contentId, edited: here.edited }]
  })
  const kept = changed.filter(({ edited }) => edited.length > 0).length
  const counts: Written = {
    added: added.length,
    changed: changed.length - kept,
    unchanged: sheets.length - added.length - changed.length,
    kept,
  }
  return { added, changed, counts }
}

/** STR-1: writes the sheets of one source, once each; what members edited is left alone. */
export async function saveStructuresIn(
  tx: Tx,
  sheets: readonly StructureSheet[],
  options: { source: string; demo: boolean; now: Instant },
): Promise<Written> {
  const { source, demo, now } = options
  const hashed = sheets.map((sheet) => ({ ...sheet, demo, sourceHash: sheetHash(sheet) }))
  const known = await knownStructures(
    tx,
    source,
    sheets.map(({ sourceId }) => sourceId),
  )
  const { added, changed, counts } = sortSheets(hashed, known)
  const ids = await publishContentsIn(tx, added.map(contentOf), { kind: 'structure', now })
  await insertStructures(
    tx,
    added.map((sheet, index) => ({ ...sheet, contentId: ids[index] as number })),
  )
  await rewriteContentsIn(
    tx,
    changed.map((sheet) => ({ ...contentOf(sheet), id: sheet.contentId, edited: sheet.edited })),
    now,
  )
  await updateStructures(tx, changed)
  return counts
}

function contentOf({ title, summary, presentation, departements }: StructureSheet) {
  return { title, summary, presentation, structureId: null, departements }
}
