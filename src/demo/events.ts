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
    const prescriberId = authors[event.by === 'pro' ? 'pro2' : 'pro'].personId
    for (const date of event.dates) await loadDate(tx, { eventId: id, prescriberId }, { date, now })
  }
}

type Of = { eventId: number; prescriberId: number }

async function loadDate(tx: Tx, of: Of, { date, now }: { date: DemoDate; now: Instant }): Promise<void> {
  const startsAt = workingDay(now, date.in, date.at)
  const endsAt = startsAt.add(minutes(date.minutes))
  const cancelled = date.cancelled === true
  const [row] = await tx
    .insert(eventDates)
    .values({
      eventId: of.eventId,
      startsAt,
      endsAt,
      overAt: overAt(startsAt, endsAt),
      cancelledAt: cancelled ? now : null,
      sequence: cancelled ? 1 : 0,
      online: date.online !== undefined,
      onlineUrl: date.online ?? '',
      ...placeOf(date),
    })
    .returning({ id: eventDates.id })
  if (row === undefined) return
  const { places, taken = 0, waiting = 0, prescription } = date
  const common = { dateId: row.id, closesAt: startsAt, cancelled }
  if (places !== undefined) {
    const listId = await addList(tx, { ...common, kind: 'direct', places })
    await addPeople(tx, { listId, seed: row.id * 31, taken, waiting, prescriberId: null }, now)
  }
  if (prescription !== undefined) {
    const listId = await addList(tx, { ...common, kind: 'prescription', places: prescription.places })
    const { prescriberId } = of
    await addPeople(tx, { listId, seed: row.id * 31 + 500, waiting: 0, ...prescription, prescriberId }, now)
  }
}

async function addList(tx: Tx, list: typeof registrationLists.$inferInsert): Promise<number> {
  const [row] = await tx.insert(registrationLists).values(list).returning({ id: registrationLists.id })
  return row?.id ?? 0
}

type People = { listId: number; seed: number; taken: number; waiting: number; prescriberId: number | null }

async function addPeople(tx: Tx, { listId, seed, taken, waiting, prescriberId }: People, now: Instant): Promise<void> {
  const people = Array.from({ length: taken + waiting }, (_, place): typeof registrations.$inferInsert => {
    const { name, email, phone } = personName(seed + place)
    return {
      ...{ key: newKey(), receipt: newKey(), listId, name, email, emailKey: email, phone, prescriberId },
      state: place < taken ? 'confirmed' : 'waiting',
      verifiedAt: now,
      createdAt: now,
    }
  })
  if (people.length > 0) await tx.insert(registrations).values(people)
}

function placeOf({ elsewhere }: DemoDate) {
  if (elsewhere === undefined) return {}
  const [placeName, street, postalCode, city, communeCode, latitude, longitude] = elsewhere
  const departementCode = communeCode.slice(0, 2)
  return { ownPlace: true, placeName, street, postalCode, city, communeCode, departementCode, latitude, longitude }
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
