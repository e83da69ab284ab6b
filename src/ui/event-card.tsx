import { Card } from './card.tsx'
import { Chip, type Tone } from './chip.tsx'
import { DayBlock, type DayBlockProps } from './day-block.tsx'
import { Icon } from './icon.tsx'
import { Reasons } from './reasons.tsx'

export type EventCardProps = {
  href: string
  title: string
  startsAt: DayBlockProps
  /** « Jeudi, 14 h – 16 h 30 » */
  when: string
  place: string
  kind: string
  price: 'Gratuit' | 'Payant'
  /** « 3 places restantes sur 12 », « Complet » */
  seats?: { tone: Exclude<Tone, 'lake'>; text: string } | undefined
  /** The image of the event, when anybody may see it. */
  picture?: { src: string; srcSet: string } | undefined
  /** Why it answers what was asked. */
  reasons?: readonly string[]
  level?: 2 | 3
}

/** An event in a list: its day as a block, when, where, what kind, and what is left. */
export function EventCard(props: EventCardProps) {
  const { href, title, startsAt, when, place, kind, price, seats, picture, reasons = [], level } = props
  const foot = (
    <p class="row">
      <Chip>{kind}</Chip>
      <Chip>{price}</Chip>
      {seats && <Chip tone={seats.tone}>{seats.text}</Chip>}
    </p>
  )
  return (
    <Card {...{ href, title, level, foot, picture }} aside={<DayBlock {...startsAt} />}>
      <p class="fact">
        <Icon name="clock" />
        {when}
      </p>
      <p class="fact">
        <Icon name="map-pin" />
        {place}
      </p>
      <Reasons reasons={reasons} />
    </Card>
  )
}
