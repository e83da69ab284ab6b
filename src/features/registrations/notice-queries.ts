import { and, eq, inArray, isNull } from 'drizzle-orm'
import { isProfessional } from '#features/accounts/access.ts'
import { people } from '#features/accounts/tables.ts'
import { contents } from '#features/contents/tables.ts'
import { eventDates } from '#features/events/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { registrationLists, registrations } from './tables.ts'

/** What the notices of these registrations say to whom they are of. One statement. */
export async function registrationsToWord(reader: Reader, ids: readonly number[], personId: number) {
  const { id, key, state, presence } = registrations
  const { startsAt, cancelledAt } = eventDates
  const rows = await reader
    .select({
      ...{ id, key, state, presence, date: { startsAt, cancelledAt } },
      content: { title: contents.title, access: contents.access },
      role: people.role,
    })
    .from(registrations)
    .innerJoin(registrationLists, eq(registrationLists.id, registrations.listId))
    .innerJoin(eventDates, eq(eventDates.id, registrationLists.dateId))
    .innerJoin(contents, eq(contents.id, eventDates.eventId))
    .innerJoin(people, eq(people.id, registrations.personId))
    .where(and(inArray(id, [...ids]), eq(people.id, personId), isNull(registrations.anonymisedAt)))
  return rows.map(({ role, ...row }) => ({
    ...row,
    // An event has no readers named one by one: professionals read what is theirs.
    rights: { knows: row.content.access === 'public' || isProfessional({ ...NOBODY, role }) },
  }))
}

export type RegistrationToWord = Awaited<ReturnType<typeof registrationsToWord>>[number]

const NOBODY = { id: 0, name: '', email: '', departements: [], structures: [] }
