import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '#platform/database/database.ts'
import { ACTIVE_STATES, type RegistrationState } from './rules.ts'
import { registrationLists, registrations } from './tables.ts'

type PersonOfList = { email: string; state: RegistrationState }

/** The lists of these dates with whoever was ever on them, for the organiser’s form. One statement. */
export async function peopledListsOfDates(reader: Reader, dateIds: readonly number[]) {
  if (dateIds.length === 0) return []
  const { id, dateId, kind, places, open, taken, waiting, offerHours } = registrationLists
  return reader
    .select({
      ...{ id, dateId, kind, places, open, taken, waiting, offerHours },
      people: sql<PersonOfList[]>`coalesce((select json_agg(json_build_object('email', ${registrations.email},
        'state', ${registrations.state}) order by ${registrations.id}) from ${registrations}
        where ${eq(registrations.listId, registrationLists.id)}
        and ${inArray(registrations.state, [...ACTIVE_STATES, 'cancelled', 'expired'])}), '[]'::json)`,
    })
    .from(registrationLists)
    .where(inArray(dateId, [...dateIds]))
    .orderBy(asc(registrationLists.id))
}

export type PeopledList = Awaited<ReturnType<typeof peopledListsOfDates>>[number]
