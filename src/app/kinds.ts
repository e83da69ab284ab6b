import { articleKind } from '#features/articles/routes-kind.ts'
import type { Kinds } from '#features/contents/kinds.ts'
import type { DateSlots } from '#features/events/date-actions.ts'
import { eventKindOf } from '#features/events/routes-kind.ts'
import { tellDateCancelled, tellDateMoved } from '#features/registrations/reaction-actions.ts'
import { placesSlot } from '#features/registrations/routes-of-places.tsx'
import { resourceKind } from '#features/resources/routes-kind.ts'
import { serviceKind } from '#features/services/routes-kind.ts'
import { servicesSlot } from '#features/services/routes-of-structure-form.tsx'
import { structureKindOf } from '#features/structures/routes-kind.ts'

export const structureKind = structureKindOf(servicesSlot)

/** What saving an event does with the places of its dates, and with the people on them. */
export const dateSlots: DateSlots = {
  places: placesSlot,
  announcements: { moved: [tellDateMoved], cancelled: [tellDateCancelled] },
}
export const eventKind = eventKindOf(dateSlots)

/** The kinds of content that have a history and may be judged. */
export const KINDS: Kinds = [structureKind, serviceKind, articleKind, resourceKind, eventKind]
