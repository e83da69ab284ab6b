import { and, asc, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import { contentAuthors, contents } from '#features/contents/tables.ts'
import { eventDates, events } from '#features/events/tables.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { ListFacts, ListKind, RegistrationState } from './rules.ts'
import { registrationLists, registrations } from './tables.ts'

export type ListOfDate = ListFacts & { id: number; dateId: number; kind: ListKind }

/** The lists of these dates. */
export async function listsOfDates(reader: Reader, dateIds: readonly number[]): Promise<ListOfDate[]> {
  if (dateIds.length === 0) return []
  return reader
    .select()
    .from(registrationLists)
    .where(inArray(registrationLists.dateId, [...dateIds]))
    .orderBy(asc(registrationLists.id))
}

export type OwnRegistration = { key: string; state: RegistrationState; dateId: number }

/** What a person holds on the dates of an event. */
export function ownRegistrations(
  reader: Reader,
  personId: number,
  dateIds: readonly number[],
): Promise<OwnRegistration[]> {
  return reader
    .select({ key: registrations.key, state: registrations.state, dateId: registrationLists.dateId })
    .from(registrations)
    .innerJoin(registrationLists, eq(registrationLists.id, registrations.listId))
    .where(
      and(
        eq(registrations.personId, personId),
        inArray(registrationLists.dateId, [...dateIds]),
        inArray(registrations.state, ['held', 'confirmed', 'waiting']),
      ),
    )
}

const rank = sql<number>`(
  select count(*) from ${registrations} before
  where before.list_id = ${registrations.listId} and before.state = 'waiting' and before.arrival <= ${registrations.arrival}
)`.mapWith(Number)

/** A registration with the date and the event it is for. */
const detail = {
  id: registrations.id,
  key: registrations.key,
  receipt: registrations.receipt,
  name: registrations.name,
  email: registrations.email,
  state: registrations.state,
  heldUntil: registrations.heldUntil,
  verifiedAt: registrations.verifiedAt,
  createdAt: registrations.createdAt,
  settledAt: registrations.settledAt,
  personId: registrations.personId,
  rank,
  list: registrationLists,
  date: eventDates,
  event: events,
  content: {
    id: contents.id,
    slug: contents.slug,
    title: contents.title,
    summary: contents.summary,
    state: contents.state,
    access: contents.access,
  },
}

function details(reader: Reader) {
  return reader
    .select(detail)
    .from(registrations)
    .innerJoin(registrationLists, eq(registrationLists.id, registrations.listId))
    .innerJoin(eventDates, eq(eventDates.id, registrationLists.dateId))
    .innerJoin(events, eq(events.contentId, eventDates.eventId))
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
}

export type RegistrationDetail = Awaited<ReturnType<ReturnType<typeof details>['execute']>>[number]

export async function findByKey(reader: Reader, key: string): Promise<RegistrationDetail | undefined> {
  const [found] = await details(reader).where(eq(registrations.key, key))
  return found
}

export async function findByReceipt(reader: Reader, receipt: string): Promise<RegistrationDetail | undefined> {
  const [found] = await details(reader).where(eq(registrations.receipt, receipt))
  return found
}

export async function findById(reader: Reader, id: number): Promise<RegistrationDetail | undefined> {
  const [found] = await details(reader).where(eq(registrations.id, id))
  return found
}

/** Everything a person registered for, the latest date first. */
export function registrationsOf(reader: Reader, personId: number): Promise<RegistrationDetail[]> {
  return details(reader)
    .where(
      and(
        eq(registrations.personId, personId),
        inArray(registrations.state, ['held', 'confirmed', 'waiting', 'cancelled']),
      ),
    )
    .orderBy(desc(eventDates.startsAt), desc(registrations.id))
    .limit(200)
}

/** The lists in which a hold has run out. */
export async function listsWithEndedHolds(reader: Reader, now: Instant): Promise<number[]> {
  const rows = await reader
    .selectDistinct({ listId: registrations.listId })
    .from(registrations)
    .where(and(eq(registrations.state, 'held'), lte(registrations.heldUntil, now)))
    .limit(500)
  return rows.map(({ listId }) => listId)
}

/** The organiser's events that have a list, with their dates: what « Événements-inscriptions » lets choose from. */
export function eventsWithLists(reader: Reader, personId: number | 'everyone') {
  const own =
    personId === 'everyone'
      ? undefined
      : sql`exists (select 1 from ${contentAuthors}
    where ${contentAuthors.contentId} = ${contents.id} and ${contentAuthors.personId} = ${personId})`
  return reader
    .select({
      eventId: contents.id,
      title: contents.title,
      dateId: eventDates.id,
      startsAt: eventDates.startsAt,
      endsAt: eventDates.endsAt,
      cancelledAt: eventDates.cancelledAt,
      listId: registrationLists.id,
      kind: registrationLists.kind,
      taken: registrationLists.taken,
      waiting: registrationLists.waiting,
      places: registrationLists.places,
    })
    .from(registrationLists)
    .innerJoin(eventDates, eq(eventDates.id, registrationLists.dateId))
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
    .where(and(own, sql`${contents.state} <> 'trashed'`))
    .orderBy(desc(eventDates.startsAt), asc(registrationLists.id))
    .limit(1000)
}

export type ListChoice = Awaited<ReturnType<typeof eventsWithLists>>[number]

/** The people of a list in order of arrival; those who never confirmed their address are left out once their hold ended. */
export function peopleOfList(reader: Reader, listId: number, after = 0, limit = 500) {
  const { id, name, email, phone, state, createdAt, personId } = registrations
  return reader
    .select({ id, name, email, phone, state, createdAt, personId })
    .from(registrations)
    .where(
      and(
        eq(registrations.listId, listId),
        sql`${id} > ${after}`,
        inArray(state, ['held', 'confirmed', 'waiting', 'cancelled']),
      ),
    )
    .orderBy(asc(id))
    .limit(limit)
}

export type Registrant = Awaited<ReturnType<typeof peopleOfList>>[number]

type PersonOfList = { email: string; state: RegistrationState }

/** The lists of these dates with whoever was ever on them, for the organiser’s form. One statement. */
export async function peopledListsOfDates(reader: Reader, dateIds: readonly number[]) {
  if (dateIds.length === 0) return []
  const { dateId, kind, places, open, taken, waiting } = registrationLists
  return reader
    .select({
      ...{ dateId, kind, places, open, taken, waiting },
      people: sql<PersonOfList[]>`coalesce((select json_agg(json_build_object('email', ${registrations.email},
        'state', ${registrations.state}) order by ${registrations.id}) from ${registrations}
        where ${eq(registrations.listId, registrationLists.id)}
        and ${registrations.state} in ('held', 'confirmed', 'waiting', 'cancelled', 'expired')), '[]'::json)`,
    })
    .from(registrationLists)
    .where(inArray(dateId, [...dateIds]))
    .orderBy(asc(registrationLists.id))
}

/** Those to tell when a date moves or is cancelled. */
export function activeOfDate(reader: Reader, dateId: number) {
  return reader
    .select({ id: registrations.id, email: registrations.email, personId: registrations.personId })
    .from(registrations)
    .innerJoin(registrationLists, eq(registrationLists.id, registrations.listId))
    .where(and(eq(registrationLists.dateId, dateId), inArray(registrations.state, ['held', 'confirmed', 'waiting'])))
}

/** How many are confirmed on the coming dates of these events: the organiser's overview. */
export async function confirmedByEvent(
  reader: Reader,
  eventIds: readonly number[],
  now: Instant,
): Promise<ReadonlyMap<number, number>> {
  if (eventIds.length === 0) return new Map()
  const rows = await reader
    .select({ eventId: eventDates.eventId, taken: sql<number>`sum(${registrationLists.taken})`.mapWith(Number) })
    .from(registrationLists)
    .innerJoin(eventDates, eq(eventDates.id, registrationLists.dateId))
    .where(
      and(
        inArray(eventDates.eventId, [...eventIds]),
        isNull(eventDates.cancelledAt),
        sql`${eventDates.overAt} > ${now.toString()}::timestamptz`,
      ),
    )
    .groupBy(eventDates.eventId)
  return new Map(rows.map(({ eventId, taken }) => [eventId, taken]))
}

/** The pages that show the places of an event, of a date. */
export const tagsOfEvent = (eventId: number): string[] => ['events', `content:${eventId}`]

export async function pageTags(reader: Reader, dateId: number): Promise<string[]> {
  const [date] = await reader.select({ eventId: eventDates.eventId }).from(eventDates).where(eq(eventDates.id, dateId))
  return date === undefined ? ['events'] : tagsOfEvent(date.eventId)
}
