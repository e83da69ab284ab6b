import { publishContentsIn, rewriteContentsIn } from '#features/contents/bulk-actions.ts'
import { sheetHash, sortSheets, type Written } from '#features/structures/import-actions.ts'
import { structuresOfSource } from '#features/structures/source-queries.ts'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import type { ServiceSheet } from './import-rules.ts'
import { insertServices, knownServices, updateServices } from './import-store.ts'

/**
 * STR-1: writes the services of one source, once each, under their structure; what members edited is left alone. A service
 * whose structure is not here would be an orphan (STR-4): set aside, and counted.
 */
export async function saveServicesIn(
  tx: Tx,
  sheets: readonly ServiceSheet[],
  options: { source: string; demo: boolean; now: Instant },
): Promise<{ written: Written; orphans: ServiceSheet[] }> {
  const { source, demo, now } = options
  const owners = await structuresOfSource(tx, source, [...new Set(sheets.map((sheet) => sheet.structureSourceId))])
  const owned = sheets.flatMap((sheet) => {
    const owner = owners.get(sheet.structureSourceId)
    if (owner === undefined) return []
    const departementCode = sheet.departementCode ?? owner.departement
    return [{ ...sheet, departementCode, structureId: owner.id, demo, sourceHash: sheetHash({ ...sheet, owner }) }]
  })
  const known = await knownServices(
    tx,
    source,
    owned.map(({ sourceId }) => sourceId),
  )
  const { added, changed, counts } = sortSheets(owned, known)
  const ids = await publishContentsIn(tx, added.map(contentOf), { kind: 'service', now })
  await insertServices(
    tx,
    added.map((sheet, index) => ({ ...sheet, contentId: ids[index] as number })),
  )
  await rewriteContentsIn(
    tx,
    changed.map((sheet) => ({ ...contentOf(sheet), id: sheet.contentId, edited: sheet.edited })),
    now,
  )
  await updateServices(tx, changed)
  return { written: counts, orphans: sheets.filter((sheet) => !owners.has(sheet.structureSourceId)) }
}

function contentOf(sheet: ServiceSheet & { structureId: number }) {
  const { title, summary, presentation, structureId } = sheet
  return { title, summary, presentation, structureId, departements: departementsOf(sheet) }
}

/** Where it can be had: the départements of its zone; the whole region when the zone is wider; else where it is given. */
function departementsOf({ zone, departementCode }: ServiceSheet): string[] {
  const departements = zone.filter((code) => /^(\d{2}|2[AB]|97\d)$/.test(code))
  const wider = zone.some((code) => code === 'france' || code === '84')
  if (zone.length > 0 && wider) return []
  if (departements.length > 0) return departements
  return departementCode === null ? [] : [departementCode]
}
