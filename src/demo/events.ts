import { createContentIn } from '#features/contents/actions.ts'
import { overAt } from '#features/events/rules.ts'
import { eventDates, events } from '#features/events/tables.ts'
import { registrationLists, registrations } from '#features/registrations/tables.ts'
import { type Instant, inParis, minutes, PARIS } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { type DemoDate, type DemoEvent, LYON_AND_LOIRE_EVENTS } from './events-data.ts'
import { REGION_EVENTS } from './more-events-data.ts'
import { personName } from './people-data.ts'

type Author = { personId: number; structureId: number | null }

/** Events to come, counted in working days from now, with people already on their lists. */
export async function loadDemoEvents(tx: Tx, authors: Record<DemoEvent['by'], Author>, now: Instant): Promise<void> {
  for (const event of [...LYON_AND_LOIRE_EVENTS, ...REGION_EVENTS]) {
    const { personId, structureId } = authors[event.by]
    const [placeName, street, postalCode, city, communeCode, latitude, longitude] = event.place
    const departement = communeCode.slice(0, 2)
    const { title, summary, presentation, kind } = event
    const access = event.access ?? ('public' as const)
    const text = { title, summary, presentation, access, state: 'published' as const, departements: [departement] }
    const { id } = await createContentIn(tx, { ...text, kind: 'event', structureId, authorId: personId, now })
    await tx.insert(events).values({
      ...{ contentId: id, kind, paying: event.paying !== undefined, priceNote: event.paying ?? '' },
      ...{
        projectSizes: [...(event.sizes ?? [])],
        forSocialEconomy: event.ess ?? false,
        forInnovation: event.innovation ?? false,
      },
      ...{ placeName, street, postalCode, city, communeCode, departementCode: departement, latitude, longitude },
      ...{ contactName: 'Camille Dupré', contactPhone: '04 00 00 00 00', contactEmail: 'ateliers@structure.example' },
    })
    for (const date of event.dates) await loadDate(tx, id, date, now)
  }
}

async function loadDate(tx: Tx, eventId: number, date: DemoDate, now: Instant): Promise<void> {
  const startsAt = workingDay(now, date.in, date.at)
  const endsAt = startsAt.add(minutes(date.minutes))
  const cancelled = date.cancelled === true
  const [row] = await tx
    .insert(eventDates)
    .values({
      eventId,
      startsAt,
      endsAt,
      overAt: overAt(startsAt, endsAt),
      cancelledAt: cancelled ? now : null,
      sequence: cancelled ? 1 : 0,
    })
    .returning({ id: eventDates.id })
  if (row === undefined || date.places === undefined) return
  const [list] = await tx
    .insert(registrationLists)
    .values({ dateId: row.id, kind: 'direct', places: date.places, closesAt: startsAt, cancelled })
    .returning({ id: registrationLists.id })
  const { taken = 0, waiting = 0 } = date
  const people = Array.from({ length: taken + waiting }, (_, place) =>
    registrant(list?.id ?? 0, row.id * 31 + place, place < taken, now),
  )
  if (people.length > 0) await tx.insert(registrations).values(people)
}

function registrant(listId: number, seed: number, confirmed: boolean, now: Instant): typeof registrations.$inferInsert {
  const { name, email, phone } = personName(seed)
  return {
    ...{ key: newKey(), receipt: newKey(), listId, name, email, emailKey: email, phone },
    state: confirmed ? 'confirmed' : 'waiting',
    verifiedAt: now,
    createdAt: now,
  }
}

/** The hour of Paris, `count` working days after today: the demo never meets on a Sunday. */
function workingDay(now: Instant, count: number, hour: string): Instant {
  let day = inParis(now).toPlainDate()
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek < 6) left--
  }
  return day.toZonedDateTime({ timeZone: PARIS, plainTime: hour }).toInstant()
}
