import { addresses, itemOf } from '#addresses'
import { distanceText } from '#features/structures/texts.ts'
import { dayBlock, frenchHour } from '#kernel/french-dates'
import { type Instant, inParis, isoWithOffset } from '#kernel/time'
import type { EventCardProps } from '#ui/event-card.tsx'
import type { EventDateCard } from './date-card-queries.ts'
import type { CardImage } from './image-queries.ts'
import { ONLINE_TEXT } from './place-text.ts'
import type { SeatsLeft } from './slots.ts'
import { KIND_TEXTS } from './texts.ts'

const WEEKDAYS = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche']

/** A date as a card: « Jeudi, 14 h – 16 h 30 », place, kind, price, seats. */
export function eventCard(date: EventDateCard, seats: SeatsLeft | undefined): EventCardProps {
  return {
    href: addresses.events.one({ item: itemOf(date) }),
    title: date.title,
    startsAt: { ...dayBlock(date.startsAt), iso: isoWithOffset(date.startsAt) },
    when: hoursOf(date.startsAt, date.endsAt),
    place: placeOf(date),
    kind: KIND_TEXTS[date.kind],
    price: date.paying ? 'Payant' : 'Gratuit',
    seats,
    picture: date.image === null ? undefined : pictureOf(date.image),
  }
}

function placeOf({ online, placeName, city, distance }: EventDateCard): string {
  if (online) return ONLINE_TEXT
  return [placeName, city].filter((part) => part !== '').join(', ') + distanceText(distance ?? null)
}

function hoursOf(start: Instant, end: Instant | null): string {
  const weekday = WEEKDAYS[inParis(start).dayOfWeek - 1]
  if (end === null) return `${weekday}, ${frenchHour(start)}`
  return `${weekday}, ${frenchHour(start)} – ${frenchHour(end)}`
}

function pictureOf({ key, name, sizes }: CardImage): EventCardProps['picture'] {
  const copy = (size: number | undefined) => addresses.files.one({ key, name }, { taille: size, format: 'webp' })
  return {
    src: copy(sizes[0]?.size),
    srcSet: sizes.map(({ size, width }) => `${copy(size)} ${width}w`).join(', '),
  }
}
