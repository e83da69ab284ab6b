import { and, asc, count, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import { isAdministrator } from '#features/accounts/access.ts'
import type { Actor } from '#features/accounts/actor.ts'
import { people } from '#features/accounts/tables.ts'
import { contentAuthors, contents } from '#features/contents/tables.ts'
import { eventDates, events } from '#features/events/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { SHOWN_STATES } from './list-extract.ts'
import type { RegistrationState } from './rules.ts'
import { registrationLists, registrations } from './tables.ts'

/** The SQL twin of `mayReadLists`, for a contributor: what he wrote, what his structures organise; an administrator all. */
function seenBy(actor: Actor): SQL | undefined {
  if (isAdministrator(actor)) return undefined
  const written = sql`exists (select 1 from ${contentAuthors}
    where ${eq(contentAuthors.contentId, contents.id)} and ${eq(contentAuthors.personId, actor.id)})`
  const ours = actor.structures.length === 0 ? undefined : inArray(contents.structureId, [...actor.structures])
  return and(ne(contents.state, 'trashed'), or(written, ours))
}

/** The lists that an organiser may look at, with their event and date: all of them, one of them, or those of a date. */
export function listChoices(reader: Reader, actor: Actor, only: { listId?: number; dateId?: number } = {}) {
  const { listId, dateId } = only
  return reader
    .select({
      eventId: contents.id,
      slug: contents.slug,
      title: contents.title,
      dateId: eventDates.id,
      startsAt: eventDates.startsAt,
      endsAt: eventDates.endsAt,
      cancelledAt: eventDates.cancelledAt,
      listId: registrationLists.id,
      kind: registrationLists.kind,
      open: registrationLists.open,
      taken: registrationLists.taken,
      waiting: registrationLists.waiting,
      places: registrationLists.places,
      closesAt: registrationLists.closesAt,
      cancelled: registrationLists.cancelled,
      offerHours: registrationLists.offerHours,
    })
    .from(registrationLists)
    .innerJoin(eventDates, eq(eventDates.id, registrationLists.dateId))
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
    .where(
      and(
        seenBy(actor),
        listId === undefined ? undefined : eq(registrationLists.id, listId),
        dateId === undefined ? undefined : eq(eventDates.id, dateId),
      ),
    )
    .orderBy(desc(eventDates.startsAt), asc(registrationLists.kind))
    .limit(1000)
}

export type ListChoice = Awaited<ReturnType<typeof listChoices>>[number]

const ofList = (listId: number, states: readonly RegistrationState[]) =>
  and(eq(registrations.listId, listId), inArray(registrations.state, [...states]))

export type PeopleAsked = { states?: readonly RegistrationState[]; after?: number; limit?: number }

/** The people of a list in order of arrival, with the professional who enrolled them. */
export function peopleOfList(
  reader: Reader,
  listId: number,
  { states = SHOWN_STATES, after = 0, limit = 500 }: PeopleAsked = {},
) {
  const { id, name, email, phone, state, presence, createdAt } = registrations
  return reader
    .select({ id, name, email, phone, state, presence, createdAt, prescriber: people.name })
    .from(registrations)
    .leftJoin(people, eq(people.id, registrations.prescriberId))
    .where(and(ofList(listId, states), sql`${id} > ${after}`))
    .orderBy(asc(id))
    .limit(limit)
}

export type Registrant = Awaited<ReturnType<typeof peopleOfList>>[number]

export async function countOfList(reader: Reader, listId: number, states: readonly RegistrationState[]) {
  const [row] = await reader.select({ count: count() }).from(registrations).where(ofList(listId, states))
  return row?.count ?? 0
}

const FRENCH = new Intl.Collator('fr')

/** Those who hold a confirmed seat on a date, in the order in which they are looked for at the door. */
export async function expectedOnDate(reader: Reader, dateId: number) {
  const { id, name, presence, listId, state } = registrations
  const expected = await reader
    .select({ id, name, presence, kind: registrationLists.kind })
    .from(registrations)
    .innerJoin(registrationLists, eq(registrationLists.id, listId))
    .where(and(eq(registrationLists.dateId, dateId), eq(state, 'confirmed')))
  return expected.sort((a, b) => FRENCH.compare(a.name, b.name) || a.id - b.id)
}

export type Expected = Awaited<ReturnType<typeof expectedOnDate>>[number]

/** The event and the date themselves: where it takes place. */
export async function findDate(reader: Reader, dateId: number) {
  const [found] = await reader
    .select({ event: events, date: eventDates })
    .from(eventDates)
    .innerJoin(events, eq(events.contentId, eventDates.eventId))
    .where(eq(eventDates.id, dateId))
  return found
}

/** One person of a list, as long as it shows her. */
export async function findRegistrant(reader: Reader, listId: number, id: number) {
  const { name, email, state } = registrations
  const [found] = await reader
    .select({ id: registrations.id, name, email, state })
    .from(registrations)
    .where(and(ofList(listId, SHOWN_STATES), eq(registrations.id, id)))
  return found
}
