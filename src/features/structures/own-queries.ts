import type { SQL } from 'drizzle-orm'
import { ownColumn } from '#features/contents/queries.ts'
import type { StructureColumns } from './edit-store.ts'
import type { ServiceName } from './slots.ts'
import { structures } from './tables.ts'

/** What the form of a structure holds beside what every kind has. */
export function structureOwn(services: SQL<ServiceName[]>) {
  const { acronym, siret, networks, kinds, audiences, phone, email, website, socialLinks, contacts } = structures
  const { openingHours, accessibilityUrl, street, addressNote, postalCode, city } = structures
  const { communeCode, departementCode, latitude, longitude } = structures
  return ownColumn<StructureColumns & { services: ServiceName[] }>(structures, {
    ...{ acronym, siret, networks, kinds, audiences, phone, email, website, socialLinks, contacts },
    ...{ openingHours, accessibilityUrl, street, addressNote, postalCode, city },
    ...{ communeCode, departementCode, latitude, longitude, services },
  })
}
