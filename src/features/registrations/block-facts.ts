import type { BlockVisit, EventShown, SeatsLeft } from '#features/events/slots.ts'
import { frenchRange } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { DateChoice, OwnPlace } from './pages/registration-block.tsx'
import { type ListOfDate, listsOfDates, ownRegistrations } from './queries.ts'
import { closingOf } from './rules.ts'
import { ordinal, STATE_TEXTS, seatsText } from './texts.ts'

/** What is left on each of these dates, for cards: the direct list speaks. One statement. */
export async function seatsOfDates(
  reader: Reader,
  dateIds: readonly number[],
  now: Instant,
): Promise<ReadonlyMap<number, SeatsLeft>> {
  const seats = new Map<number, SeatsLeft>()
  for (const list of await listsOfDates(reader, dateIds)) {
    const text = list.kind === 'direct' ? seatsText(list, now) : undefined
    if (text !== undefined) seats.set(list.dateId, text)
  }
  return seats
}

export type BlockFacts = { dates: DateChoice[]; own: OwnPlace[] }

/** The dates that can be chosen in the block « Inscription », and what the reader already holds; null without a list. */
export async function blockFacts(
  reader: Reader,
  event: EventShown,
  { person, now }: BlockVisit,
): Promise<BlockFacts | null> {
  const shown = event.dates.filter((date) => Temporal.Instant.compare(date.startsAt, now) > 0)
  const ids = shown.map(({ id }) => id)
  const lists = (await listsOfDates(reader, ids)).filter(({ kind }) => kind === 'direct')
  if (lists.length === 0) return null
  const own = person === undefined ? [] : await ownRegistrations(reader, person.id, ids)
  const textOf = (dateId: number) => {
    const date = shown.find(({ id }) => id === dateId)
    return date === undefined ? '' : frenchRange(date.startsAt, date.endsAt ?? undefined, now)
  }
  return {
    dates: shown.flatMap(({ id }) => {
      const list = lists.find(({ dateId }) => dateId === id)
      return list === undefined ? [] : [choiceOf(list, textOf(id), now)]
    }),
    own: own.map(({ key, state, dateId }) => ({ key, state: STATE_TEXTS[state], date: textOf(dateId) })),
  }
}

function choiceOf(list: ListOfDate, text: string, now: Instant): DateChoice {
  const closing = closingOf(list, now)
  const { id, places, taken, waiting } = list
  const queue = closing === undefined && places !== null && (waiting > 0 || taken >= places)
  return {
    listId: id,
    text,
    cancelled: closing === 'date-cancelled',
    closed: closing !== undefined,
    seats: queue ? `complet · vous seriez ${ordinal(waiting + 1)} sur la liste d’attente` : seatsWords(list, now),
    meter: places === null || queue || closing !== undefined ? undefined : { taken, places },
  }
}

const seatsWords = (list: ListOfDate, now: Instant): string =>
  list.cancelled ? 'annulée par l’organisateur' : (seatsText(list, now)?.text ?? '')
