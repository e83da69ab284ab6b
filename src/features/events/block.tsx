import { addresses } from '#addresses'
import type { StructureBlock } from '#features/structures/slots.ts'
import { CardList } from '#ui/card.tsx'
import { EventCard } from '#ui/event-card.tsx'
import { Band } from '#ui/page-frame.tsx'
import { eventCard } from './cards.ts'
import { nextDates } from './queries.ts'
import type { RegistrationSlot } from './slots.ts'

const SHOWN = 4

/** The next dates of a structure, on its sheet. */
export const eventsOfStructureBlock =
  (registration: RegistrationSlot): StructureBlock =>
  async (reader, structure, { person, now }) => {
    const dates = await nextDates(reader, person, { now, limit: SHOWN, structureId: structure.id })
    if (dates.length === 0) return null
    const ids = dates.map(({ dateId }) => dateId)
    const seats = await registration.seats(reader, ids, now)
    return (
      <Band title="Prochains évènements" more={{ href: addresses.agenda(), text: 'Tout l’agenda' }}>
        <CardList>
          {dates.map((date) => (
            <EventCard key={date.dateId} {...eventCard(date, seats.get(date.dateId))} />
          ))}
        </CardList>
      </Band>
    )
  }
