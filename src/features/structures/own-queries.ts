import { eq } from 'drizzle-orm'
import type { Reader } from '#platform/database/database.ts'
import { structures } from './tables.ts'

/** What the form of a structure holds beside what every kind has. */
export async function findStructureColumns(reader: Reader, contentId: number) {
  const { acronym, siret, networks, kinds, audiences, phone, email, website, socialLinks, contacts } = structures
  const { openingHours, accessibilityUrl, street, addressNote, postalCode, city } = structures
  const { communeCode, departementCode, latitude, longitude } = structures
  const [row] = await reader
    .select({
      ...{ acronym, siret, networks, kinds, audiences, phone, email, website, socialLinks, contacts },
      ...{ openingHours, accessibilityUrl, street, addressNote, postalCode, city },
      ...{ communeCode, departementCode, latitude, longitude },
    })
    .from(structures)
    .where(eq(structures.contentId, contentId))
  return row
}
