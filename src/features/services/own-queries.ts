import { and, asc, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { isAdministrator } from '#features/accounts/access.ts'
import type { Actor } from '#features/accounts/actor.ts'
import { authoredBy, ownColumn } from '#features/contents/queries.ts'
import { contents } from '#features/contents/tables.ts'
import type { ServiceName } from '#features/structures/slots.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ServiceColumns } from './edit-store.ts'
import { services } from './tables.ts'

/** What the form of a service holds beside what every kind has. */
function serviceColumns(): SQL<ServiceColumns | null> {
  const { kinds, thematiques, stages, audiences, audienceNote, conditions, cost, costNote, modes, zone } = services
  const { hoursPerWeek, weeks, mobilisationModes, mobilisationBy, mobilisationNote, mobilisationUrl, links } = services
  const { phone, email, openingHours, street, addressNote, postalCode, city } = services
  const { communeCode, departementCode, latitude, longitude } = services
  return ownColumn<ServiceColumns>(services, {
    ...{ kinds, thematiques, stages, audiences, audienceNote, conditions, cost, costNote, modes, zone },
    ...{ hoursPerWeek, weeks, mobilisationModes, mobilisationBy, mobilisationNote, mobilisationUrl, links },
    ...{ phone, email, openingHours, street, addressNote, postalCode, city },
    ...{ communeCode, departementCode, latitude, longitude },
  })
}

export const serviceOwn = serviceColumns()

const listed = alias(contents, 'listed_service')

/** « Nos services » as it is: those shown, in order, drafts included. */
export const shownServices = sql<ServiceName[]>`coalesce((select json_agg(json_build_object('id', ${listed.id},
    'title', ${listed.title}) order by ${services.rank}, ${services.searchName}, ${listed.id})
  from ${services} join ${contents} "listed_service" on ${eq(listed.id, services.contentId)}
  where ${eq(services.structureId, contents.id)} and ${services.listed} and ${listed.state} <> 'trashed'), '[]'::json)`

const MOST_CHOICES = 200

type ChosenBy = { actor: Actor; structureId: number | undefined }

const mayChoose = ({ actor, structureId }: ChosenBy) =>
  or(structureId === undefined ? undefined : eq(services.structureId, structureId), authoredBy(actor.id))

/** The services that this person may put on the sheet of a structure: its own, and those he is an author of. Those of
 *  `chosen` that an administrator put there from elsewhere come first. */
export function choosableServices(reader: Reader, by: ChosenBy, chosen: readonly number[]): Promise<ServiceName[]> {
  const isChosen = sql`${contents.id} = any(${sql.param([...chosen])}::bigint[])`
  const may = or(mayChoose(by), isAdministrator(by.actor) ? isChosen : undefined)
  return servicesWhere(reader, may, [desc(isChosen)])
}

/** Those of these numbers that this person may put on that sheet: an administrator, any. */
export function choosableAmong(reader: Reader, by: ChosenBy, ids: readonly number[]): Promise<ServiceName[]> {
  const may = isAdministrator(by.actor) ? undefined : mayChoose(by)
  return servicesWhere(reader, and(may, inArray(contents.id, [...ids])))
}

function servicesWhere(reader: Reader, condition: SQL | undefined, first: SQL[] = []): Promise<ServiceName[]> {
  return reader
    .select({ id: contents.id, title: contents.title })
    .from(services)
    .innerJoin(contents, eq(contents.id, services.contentId))
    .where(and(ne(contents.state, 'trashed'), condition))
    .orderBy(...first, asc(services.searchName), asc(contents.id))
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
