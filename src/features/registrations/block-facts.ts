import { mayContribute } from '#features/accounts/access.ts'
import { placeTextOfDate } from '#features/events/place-text.ts'
import type { BlockVisit, DateShown, EventShown, SeatsLeft } from '#features/events/slots.ts'
import { frenchDay, frenchHour, frenchRange } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { writeExpectation } from './expectation.ts'
import { otherDates, type PlaceOnDate, placesOnDates } from './own-queries.ts'
import { ownerOf } from './owner.ts'
import type { DateChoice } from './pages/date-choices.tsx'
import type { PrescriptionDate } from './pages/prescription-invitation.tsx'
import type { OwnPlace, RegistrationBlockProps } from './pages/registration-block.tsx'
import type { DateToPrescribe } from './prescription-queries.ts'
import { type ListOfDate, listsOfDates, type RegistrationDetail } from './queries.ts'
import { closingOf } from './rules.ts'
import { ordinal, prescriptionSeatsText, STATE_TEXTS, seatsText } from './texts.ts'

/** What is left on each of these dates, for cards: the direct list speaks, else that of professionals. One statement. */
export async function seatsOfDates(
  reader: Reader,
  dateIds: readonly number[],
  now: Instant,
): Promise<ReadonlyMap<number, SeatsLeft>> {
  const seats = new Map<number, SeatsLeft>()
  const lists = await listsOfDates(reader, dateIds)
  for (const list of lists.toSorted((a, b) => Number(a.kind === 'direct') - Number(b.kind === 'direct'))) {
    const text = list.kind === 'direct' ? seatsText(list, now) : prescriptionSeatsText(list, now)
    if (text !== undefined) seats.set(list.dateId, text)
  }
  return seats
}

export type BlockFacts = Pick<RegistrationBlockProps, 'dates' | 'own' | 'prescriptions' | 'mayPrescribe'>

/** What the block « Inscription » shows to this reader; null where no list exists (REG-1). Two statements. */
export async function blockFacts(
  reader: Reader,
  event: EventShown,
  { person, now }: BlockVisit,
): Promise<BlockFacts | null> {
  const shown = event.dates.filter((date) => Temporal.Instant.compare(date.startsAt, now) > 0)
  const ids = shown.map(({ id }) => id)
  const lists = await listsOfDates(reader, ids)
  if (lists.length === 0) return null
  const own = person === undefined ? [] : await placesOnDates(reader, ownerOf(person), ids)
  const listsOf = (kind: ListOfDate['kind']) =>
    shown.flatMap((date) => {
      const list = lists.find((one) => one.dateId === date.id && one.kind === kind)
      return list === undefined ? [] : [{ date, list }]
    })
  return {
    dates: listsOf('direct').map(({ date, list }) => {
      const choice = choiceOf(list, date, now)
      const isTheirs = own.some(({ dateId }) => dateId === date.id)
      return isTheirs && !choice.closed ? { ...choice, ...THEIRS } : choice
    }),
    own: own.map((place) => ownPlace(place, shown, now)),
    prescriptions: listsOf('prescription').map(({ date, list }) => prescriptionDate(list, date, now)),
    mayPrescribe: mayContribute(person),
  }
}

/** A date that this reader is on already is not to be chosen again. */
const THEIRS = { closed: true, full: false, seats: 'Vous y êtes déjà', meter: undefined }

const textOf = (date: DateShown, now: Instant): string => frenchRange(date.startsAt, date.endsAt ?? undefined, now)

/** A date to choose, with what is left on its list. */
function choiceOf(list: ListOfDate, date: DateShown, now: Instant): DateChoice {
  const closing = closingOf(list, now)
  const { id, places, taken, waiting } = list
  const queue = closing === undefined && places !== null && (waiting > 0 || taken >= places)
  return {
    listId: id,
    text: textOf(date, now),
    cancelled: closing === 'date-cancelled',
    closed: closing !== undefined,
    full: queue,
    seats: queue ? `Complet · vous seriez ${ordinal(waiting + 1)} sur la liste d’attente` : seatsWords(list, now),
    meter: places === null || queue || closing !== undefined ? undefined : { taken, places },
    expectation: writeExpectation({ place: !queue, startsAt: list.closesAt }),
  }
}

/** The dates on which a professional may enrol somebody. */
export const prescriptionChoices = (
  { event }: Pick<RegistrationDetail, 'event'>,
  dates: readonly DateToPrescribe[],
  now: Instant,
): DateChoice[] =>
  dates.map(({ date, list }) => ({
    ...choiceOf(list, date, now),
    place: date.ownPlace || date.online ? placeTextOfDate(event, date) : undefined,
  }))

/** The other dates of an event that a registration may move to. One statement. */
export async function otherDateChoices(reader: Reader, from: RegistrationDetail, now: Instant): Promise<DateChoice[]> {
  const { content, date, list, event } = from
  const found = await otherDates(reader, { eventId: content.id, dateId: date.id, kind: list.kind }, now)
  return found.map((other) => ({
    ...choiceOf(other.list, other.date, now),
    place: placeTextOfDate(event, other.date),
  }))
}

const seatsWords = (list: ListOfDate, now: Instant): string =>
  list.cancelled ? 'annulée par l’organisateur' : (seatsText(list, now)?.text ?? '')

const prescriptionDate = (list: ListOfDate, date: DateShown, now: Instant): PrescriptionDate => ({
  listId: list.id,
  text: textOf(date, now),
  cancelled: list.cancelled,
  seats: seatsWords(list, now),
  open: closingOf(list, now) === undefined,
})

/** What is held on a date, in words: « 2e sur la liste d’attente », « à accepter avant jeudi 26 novembre, 14 h ». */
function ownPlace(
  { key, state, dateId, rank, heldUntil }: PlaceOnDate,
  dates: EventShown['dates'],
  now: Instant,
): OwnPlace {
  const date = dates.find(({ id }) => id === dateId)
  const common = { key, date: date === undefined ? '' : textOf(date, now) }
  if (date?.cancelledAt) return { ...common, text: 'Cette date est annulée', look: 'brick' }
  if (state === 'confirmed') return { ...common, text: 'Votre inscription est confirmée', look: 'fir' }
  if (state === 'waiting') return { ...common, text: `Vous êtes ${ordinal(rank)} sur la liste d’attente`, look: 'sun' }
  const until = heldUntil === null ? '' : ` avant ${frenchDay(heldUntil, now)}, ${frenchHour(heldUntil)}`
  return state === 'offered'
    ? { ...common, text: `Une place vous est proposée : acceptez-la${until}`, look: 'sun' }
    : { ...common, text: `Votre inscription est ${STATE_TEXTS.held}${until}`, look: 'sun' }
}
