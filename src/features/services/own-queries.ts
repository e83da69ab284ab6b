import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm'
import { isAdministrator } from '#features/accounts/access.ts'
import type { Actor } from '#features/accounts/actor.ts'
import { authoredBy } from '#features/contents/queries.ts'
import { contents } from '#features/contents/tables.ts'
import type { ServiceName } from '#features/structures/slots.ts'
import type { Reader } from '#platform/database/database.ts'
import { services } from './tables.ts'

/** What the form of a service holds beside what every kind has. */
export async function findServiceColumns(reader: Reader, contentId: number) {
  const { kinds, thematiques, stages, audiences, audienceNote, conditions, cost, costNote, modes, zone } = services
  const { hoursPerWeek, weeks, mobilisationModes, mobilisationBy, mobilisationNote, mobilisationUrl, links } = services
  const { phone, email, openingHours, street, addressNote, postalCode, city } = services
  const { communeCode, departementCode, latitude, longitude } = services
  const [row] = await reader
    .select({
      ...{ kinds, thematiques, stages, audiences, audienceNote, conditions, cost, costNote, modes, zone },
      ...{ hoursPerWeek, weeks, mobilisationModes, mobilisationBy, mobilisationNote, mobilisationUrl, links },
      ...{ phone, email, openingHours, street, addressNote, postalCode, city },
      ...{ communeCode, departementCode, latitude, longitude },
    })
    .from(services)
    .where(eq(services.contentId, contentId))
  return row
}

/** « Nos services » as it is: those shown, in order, drafts included. */
export function listedServices(reader: Reader, structureId: number): Promise<ServiceName[]> {
  return reader
    .select({ id: contents.id, title: contents.title })
    .from(services)
    .innerJoin(contents, eq(contents.id, services.contentId))
    .where(and(eq(services.structureId, structureId), services.listed, ne(contents.state, 'trashed')))
    .orderBy(asc(services.rank), asc(services.searchName), asc(contents.id))
}

const MOST_CHOICES = 200

/** The services that this person may put on the sheet of a structure: its own, and those he is an author of. */
export function choosableServices(
  reader: Reader,
  { actor, structureId }: { actor: Actor; structureId: number | undefined },
  ids?: readonly number[],
): Promise<ServiceName[]> {
  const ofStructure = structureId === undefined ? undefined : eq(services.structureId, structureId)
  const named = ids === undefined ? undefined : inArray(contents.id, [...ids])
  const may = isAdministrator(actor) && ids !== undefined ? undefined : or(ofStructure, authoredBy(actor.id))
  return reader
    .select({ id: contents.id, title: contents.title })
    .from(services)
    .innerJoin(contents, eq(contents.id, services.contentId))
    .where(and(ne(contents.state, 'trashed'), may, named))
    .orderBy(asc(services.searchName), asc(contents.id))
    .limit(MOST_CHOICES)
}

/** The structures that this person may create a service for: those he is an author of; for an administrator, the one asked. */
export function structuresForService(reader: Reader, actor: Actor, asked: number | undefined) {
  const own = authoredBy(actor.id)
  const wanted = asked === undefined ? undefined : eq(contents.id, asked)
  return reader
    .select({ id: contents.id, title: contents.title })
    .from(contents)
    .where(
      and(
        eq(contents.kind, 'structure'),
        ne(contents.state, 'trashed'),
        isAdministrator(actor) && wanted !== undefined ? or(own, wanted) : own,
      ),
    )
    .orderBy(sql`lower(${contents.title})`, asc(contents.id))
    .limit(MOST_CHOICES)
}
