import { contentPage, itemOf } from '#addresses'
import { distanceText } from '#features/structures/texts.ts'
import { longDay } from '#kernel/french-dates'
import { isoDay } from '#kernel/time'
import { Chip } from '#ui/chip.tsx'
import { Icon } from '#ui/icon.tsx'
import type { Result } from '../results.ts'
import { KIND_TEXTS } from '../texts.ts'
import { Pieces } from './pieces.tsx'

/** One answer: what it is, its title, what of its text answers, where and when. */
export function ResultCard({ result }: { result: Result }) {
  const { kind, title, excerpt, place, distance, over, reserved, nextAt } = result
  const where = place === '' ? '' : place + distanceText(distance)
  return (
    <li class="card">
      <div class="card-body">
        <div class="card-text">
          <p class="row">
            <Chip>{KIND_TEXTS[kind]}</Chip>
            {reserved && <Chip tone="sun">Réservé aux professionnels</Chip>}
            {over && <Chip tone="brick">Passé</Chip>}
          </p>
          <h2 class="card-title">
            <a href={contentPage[kind]({ item: itemOf(result) })}>
              <Pieces pieces={title} />
            </a>
          </h2>
          {excerpt.length > 0 && (
            <p class="excerpt">
              <Pieces pieces={excerpt} />
            </p>
          )}
          {nextAt !== null && <Fact icon="calendar" text={longDay(isoDay(Temporal.Instant.from(nextAt)))} />}
          {where !== '' && <Fact icon="map-pin" text={where} />}
        </div>
      </div>
    </li>
  )
}

function Fact({ icon, text }: { icon: 'calendar' | 'map-pin'; text: string }) {
  return (
    <p class="fact">
      <Icon name={icon} />
      {text}
    </p>
  )
}
