import { fieldsOf, type Words } from '#features/contents/fields.ts'
import type { FieldText, KindOfContent } from '#features/contents/kinds.ts'
import { frenchRange } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import type { EventToSave } from './actions.ts'
import type { AuthoredEvent } from './authoring-queries.ts'
import { isSettled } from './date-list.ts'
import { dataOf } from './routes-authoring-saving.ts'

type Dates = readonly { startsAt: Instant; endsAt: Instant | null }[]
type Wording = { kind: KindOfContent; words: Words; now: Instant }

/** What is saved, in words, for who wrote at the same time (R12). */
export function savedTexts(event: AuthoredEvent, { kind, words, now }: Wording): FieldText[] {
  const dates = event.dates.filter((date) => !isSettled(date, now))
  return [...fieldsOf(kind, dataOf(event), words), datesText(dates, now)]
}

/** What was typed, in the same words. */
export const typedTexts = (
  { data, dates }: Pick<EventToSave, 'data' | 'dates'>,
  { kind, words, now }: Wording,
): FieldText[] => [...fieldsOf(kind, data, words), datesText(dates.wanted, now)]

function datesText(dates: Dates, now: Instant): FieldText {
  const inOrder = dates.toSorted((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt))
  return ['Dates', inOrder.map(({ startsAt, endsAt }) => frenchRange(startsAt, endsAt ?? undefined, now)).join('\n')]
}
