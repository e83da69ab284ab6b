import { fieldsOf, type Words } from '#features/contents/fields.ts'
import type { FieldText, KindOfContent } from '#features/contents/kinds.ts'
import { frenchRange } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import type { EventToSave } from './actions.ts'
import type { AuthoredEvent } from './authoring-queries.ts'
import { isSettled } from './date-list.ts'
import type { WantedPlace } from './date-place-forms.ts'
import { ONLINE_TEXT, placeText } from './place-text.ts'
import { dataOf } from './routes-authoring-saving.ts'

type Dates = readonly { startsAt: Instant; endsAt: Instant | null; where: string }[]
type Wording = { kind: KindOfContent; words: Words; now: Instant }

/** What is saved, in words, for who wrote at the same time (R12). */
export function savedTexts(event: AuthoredEvent, { kind, words, now }: Wording): FieldText[] {
  const dates = event.dates.filter((date) => !isSettled(date, now))
  const shown = dates.map((date) => ({ ...date, where: whereText(date) }))
  return [...fieldsOf(kind, dataOf(event), words), datesText(shown, now)]
}

/** What was typed, in the same words. */
export function typedTexts(
  { data, dates }: Pick<EventToSave, 'data' | 'dates'>,
  { kind, words, now }: Wording,
): FieldText[] {
  const shown = dates.wanted.map((date) => ({ ...date, where: whereText(date.place) }))
  return [...fieldsOf(kind, data, words), datesText(shown, now)]
}

/** Said of the dates that are not at the place of the event. */
function whereText(place: WantedPlace): string {
  if (place.online) return [ONLINE_TEXT, place.onlineUrl].filter(Boolean).join(' : ')
  return place.ownPlace ? placeText(place) : ''
}

function datesText(dates: Dates, now: Instant): FieldText {
  const inOrder = dates.toSorted((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt))
  const lines = inOrder.map(({ startsAt, endsAt, where }) => [frenchRange(startsAt, endsAt ?? undefined, now), where])
  return ['Dates', lines.map((parts) => parts.filter(Boolean).join(' · ')).join('\n')]
}
