import { itemOf } from '#addresses'
import type { RegistrationSlot } from '#features/events/slots.ts'
import { blockFacts, seatsOfDates } from './block-facts.ts'
import { RegistrationBlock } from './pages/registration-block.tsx'
import { hasFreeSeats } from './seat-queries.ts'

/** What registrations add to the agenda and to the page of an event. */
export const registrationSlot: RegistrationSlot = {
  seats: seatsOfDates,
  freeSeats: hasFreeSeats,
  async block(reader, event, visit) {
    const facts = await blockFacts(reader, event, visit)
    if (facts === null) return null
    const { person, form, submission } = visit
    return <RegistrationBlock item={itemOf(event)} {...facts} {...{ person, form, submission }} />
  },
}
