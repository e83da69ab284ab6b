import { type SQL, sql } from 'drizzle-orm'
import { contents } from '#features/contents/tables.ts'
import type { Instant } from '#kernel/time'
import { type CardImage, cardImage } from './image-queries.ts'
import { eventDates, events } from './tables.ts'

/** Of the date when it has a place of its own, else of its event. */
const ofPlace = (own: typeof eventDates.city, shared: typeof events.city): SQL<string> =>
  sql<string>`case when ${eventDates.ownPlace} then ${own} else ${shared} end`

/** What a card says of a date. */
const cardColumns = {
  dateId: eventDates.id,
  startsAt: eventDates.startsAt,
  endsAt: eventDates.endsAt,
  id: contents.id,
  slug: contents.slug,
  title: contents.title,
  kind: events.kind,
  paying: events.paying,
  online: eventDates.online,
  city: ofPlace(eventDates.city, events.city),
  placeName: ofPlace(
    eventDates.placeName as unknown as typeof eventDates.city,
    events.placeName as unknown as typeof events.city,
  ),
}

export const listColumns = { ...cardColumns, image: cardImage }

export type EventDateCard = {
  dateId: number
  startsAt: Instant
  endsAt: Instant | null
  id: number
  slug: string
  title: string
  kind: (typeof events.$inferSelect)['kind']
  paying: boolean
  online: boolean
  city: string
  placeName: string
  image: CardImage | null
  /** Kilometres to what was asked. */
  distance?: number | null
}
