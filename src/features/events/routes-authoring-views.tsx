import { plural } from '#kernel/french'
import { frenchRange } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import type { FormState } from '#ui/form-state.ts'
import { FORM_TEXTS } from './authoring-texts.ts'
import { rowNumbers, rowPrefix, type Values } from './date-fields.ts'
import { GESTURES, nextRow, onRow } from './date-gestures.ts'
import { isSettled } from './date-list.ts'
import { PLACE_FIELDS, type TypedWhere, typedWhere } from './date-place-rows.ts'
import type { EventDate } from './date-queries.ts'
import { decideDate, otherFields, type TypedDate, turnsAsked, typedDate } from './date-rows.ts'
import type { DatePlaceView } from './pages/date-place-fields.tsx'
import type { DateRowView, EventDatesProps } from './pages/event-form-dates.tsx'
import type { PositionProps } from './pages/position.tsx'
import { isStale } from './routes-authoring-place.ts'
import { seriesView } from './routes-authoring-series.ts'
import { dateStatus, decideRemoval, MOST_DATES } from './rules.ts'
import type { PeopleOfDate, PlacesOfDate, PlacesSlot } from './slots.ts'

/** What « Géolocaliser » has just answered, of the event (no prefix) or of the row that `prefix` begins. */
export type Located = { prefix: string; note: PositionProps['note']; open: boolean }

type Shown = {
  state: FormState
  located: Located | undefined
  /** Tiles of maps. */
  tiles: string | undefined
  present: readonly EventDate[]
  people: ReadonlyMap<number, PlacesOfDate>
  places: PlacesSlot
  now: Instant
}

/** The dates of the form: rows to fill, and those that change no more. */
export function datesView(shown: Shown): Omit<EventDatesProps, 'state' | 'action'> {
  const { state, present, now } = shown
  const rows = rowNumbers(state.values)
  return {
    rows: rows.map((row, place) => rowView(shown, row, place + 1)),
    settled: present.filter((date) => isSettled(date, now)).map((date) => settledText(date, now)),
    nextRow: nextRow(state.values),
    mayAdd: rows.length < MOST_DATES,
    series: seriesView(state, now),
  }
}

function settledText(date: EventDate, now: Instant): string {
  const status = dateStatus(date, now) === 'cancelled' ? 'annulée' : 'passée'
  return `${frenchRange(date.startsAt, date.endsAt ?? undefined, now)} : date ${status}, elle ne change plus.`
}

function rowView(shown: Shown, row: number, place: number): DateRowView {
  const { state, present, people, places, now } = shown
  const typed = typedDate(state.values, row)
  const known = present.find(({ id }) => id === typed.id)
  const here = known === undefined ? undefined : people.get(known.id)?.people
  return {
    row,
    title: rowTitle(typed, place, now),
    id: known === undefined ? '' : String(known.id),
    asks: turnsAsked(typed),
    place: placeView(shown, row),
    places: places.fields(state, rowPrefix(row), here),
    ...foldOf(shown, row),
    removal: typed.removed ? { ...removalOf(shown, known, here), typed: typedIn(state, row) } : undefined,
  }
}

/** On a long form, dates show their places in a line: twelve of them unfolded would be ten screens. */
function foldOf({ state, places }: Shown, row: number): Pick<DateRowView, 'unfolded' | 'note'> {
  const isLong = rowNumbers(state.values).length > MOST_UNFOLDED
  const hasErrors = otherFields(state.errors, row).length > 0
  const unfolded = hasErrors || (!isLong && hasPlaces(state, row, places.blank))
  return { unfolded, note: unfolded ? undefined : places.summary(state, rowPrefix(row)) }
}

const MOST_UNFOLDED = 4

function placeView({ state, located, tiles }: Shown, row: number): DatePlaceView {
  const prefix = rowPrefix(row)
  const where = typedWhere(state.values, row)
  const answered = located?.prefix === prefix ? located : { note: staleNote(state.values, prefix), open: false }
  const hasErrors = PLACE_FIELDS.some((name) => state.errors[prefix + name] !== undefined)
  return {
    title: WHERE_TITLES[where],
    unfolded: where !== '' || hasErrors,
    position: { tiles, gesture: onRow(GESTURES.locate, row), note: answered.note, open: answered.open },
  }
}

const WHERE_TITLES: Record<TypedWhere, string> = {
  '': 'Cette date a lieu ailleurs, ou en ligne',
  ailleurs: 'Cette date a lieu ailleurs',
  'en-ligne': 'Cette date a lieu en ligne',
}

/** The address was changed after it was located. */
export function staleNote(values: Values, prefix: string): PositionProps['note'] {
  return isStale(values, prefix) ? { tone: 'warn', text: FORM_TEXTS.stale } : undefined
}

function rowTitle(typed: TypedDate, place: number, now: Instant): string {
  const read = decideDate(typed, now)
  if (read.kind === 'refused') return `Date ${place}`
  const range = frenchRange(read.startsAt, read.endsAt ?? undefined, now)
  return range.charAt(0).toUpperCase() + range.slice(1)
}

/** Whether anything of the places was typed or is wrong. */
function hasPlaces({ values, errors }: FormState, row: number, blank: PlacesSlot['blank']): boolean {
  const isSaid = ([name, all]: [string, readonly string[]]) =>
    all.some((value) => value !== '' && value !== blank[name.slice(rowPrefix(row).length)])
  return otherFields(errors, row).length > 0 || otherFields(values, row).some(isSaid)
}

const typedIn = (state: FormState, row: number): (readonly [string, string])[] =>
  Object.entries(state.values)
    .filter(([name]) => name.startsWith(rowPrefix(row)))
    .flatMap(([name, all]) => all.map((value) => [name, value] as const))

/** What saving will do to people (EVT-4). */
function removalOf(shown: Shown, known: EventDate | undefined, people: PeopleOfDate | undefined) {
  if (known === undefined) return { text: 'Cette date ne sera pas enregistrée.', others: undefined }
  const active = people === undefined ? 0 : people.taken + people.waiting
  const removal = decideRemoval(known, { everRegistered: people?.everRegistered ?? false, active })
  if (removal.kind !== 'cancelled') {
    return { text: 'À l’enregistrement, cette date sera supprimée : personne ne s’y est inscrit.', others: undefined }
  }
  if (removal.people === 0) {
    return { text: 'À l’enregistrement, cette date sera annulée : plus personne n’y est inscrit.', others: undefined }
  }
  const told = plural(removal.people, 'inscrit sera prévenu', 'inscrits seront prévenus')
  const text = `À l’enregistrement, ${told}, la date sera annulée. La liste des inscrits est gardée.`
  return { text, others: otherDates(shown) }
}

/** The dates of the form that stay and that one may register for. */
function otherDates({ state, places, now }: Shown): string[] {
  return rowNumbers(state.values).flatMap((row) => {
    const typed = typedDate(state.values, row)
    const read = decideDate(typed, now)
    if (typed.removed || read.kind === 'refused' || !hasPlaces(state, row, places.blank)) return []
    return [frenchRange(read.startsAt, read.endsAt ?? undefined, now)]
  })
}
