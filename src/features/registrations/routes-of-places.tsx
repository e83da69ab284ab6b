import { auditEach } from '#features/audit/actions.ts'
import type { PeopleOfDate, PeopleOfList, PlacesOfDate, PlacesSlot } from '#features/events/slots.ts'
import type { Instant } from '#kernel/time'
import type { Database, Reader } from '#platform/database/database.ts'
import type { Fields } from '#platform/http/fields.ts'
import { failingAddresses } from '#platform/mail/failing-addresses.ts'
import { typedIn } from '#ui/form-state.ts'
import { changeListIn } from './list-actions.ts'
import type { ReadingVerb } from './organiser-log-queries.ts'
import { PlacesFields } from './pages/places-fields.tsx'
import { type PeopledList, peopledListsOfDates } from './places-queries.ts'
import { placesRefusal, placesSummary, TYPED_FAULT_TEXTS } from './places-texts.ts'
import { isActive, LIST_KINDS, type ListKind } from './rules.ts'
import { lockListsOfDates } from './store.ts'
import { LIST_PREFIX, listFieldsOf, readTypedList, type TypedList } from './typed-places.ts'

/** A list that the form does not speak of stays as it is. */
export type TypedPlaces = Partial<Record<ListKind, TypedList>>

/** The places of a date inside the event’s form, list by list (REG-1 to REG-4). */
export const placesSlot: PlacesSlot<TypedPlaces> = {
  blank: Object.fromEntries(LIST_KINDS.map((kind) => [`${LIST_PREFIX[kind]}ouvertes`, 'oui'])),
  load,
  fields: (state, prefix, people) => <PlacesFields {...{ state, prefix, people }} />,
  summary: (state, prefix) => placesSummary((name) => typedIn(state, prefix + name)),
  islands: ['places-preview'],
  noteReading,
  lock: lockListsOfDates,
  read,
  async save(tx, date, typed, { actorId, now }) {
    const errors: Record<string, string> = {}
    for (const kind of LIST_KINDS) {
      const list = typed[kind]
      if (list === undefined) continue
      const change = { dateId: date.id, kind, ...list, closesAt: date.startsAt }
      const verdict = await changeListIn(tx, change, actorId, now)
      if (verdict.kind !== 'refused') continue
      errors[`${LIST_PREFIX[kind]}places`] = placesRefusal(verdict.because, verdict.taken)
    }
    return errors
  },
}

const activeOf = (list: PeopledList): string[] =>
  list.people.filter(({ state, email }) => isActive(state) && email !== '').map(({ email }) => email)

async function load(reader: Reader, dateIds: readonly number[]): Promise<ReadonlyMap<number, PlacesOfDate>> {
  const lists = await peopledListsOfDates(reader, dateIds)
  const failing = await failingAddresses(reader, lists.flatMap(activeOf))
  return new Map(
    dateIds.map((dateId) => {
      const ofDate = lists.filter((list) => list.dateId === dateId)
      const values = Object.assign({}, placesSlot.blank, ...ofDate.map(valuesOf))
      return [dateId, { values, people: peopleOf(ofDate, failing) }]
    }),
  )
}

function peopleOf(lists: readonly PeopledList[], failing: ReadonlySet<string>): PeopleOfDate {
  const people = lists.map((list): PeopleOfList => {
    const { id, kind, places, open, taken, waiting } = list
    const everRegistered = list.people.length > 0
    return { id, kind, places, open, taken, waiting, everRegistered, emails: activeOf(list), failing }
  })
  return {
    everRegistered: people.some(({ everRegistered }) => everRegistered),
    taken: people.reduce((sum, { taken }) => sum + taken, 0),
    waiting: people.reduce((sum, { waiting }) => sum + waiting, 0),
    lists: people,
  }
}

/** A list whose addresses are shown leaves a line, as where it is read alone; nothing is written for nobody. */
async function noteReading(
  database: Database,
  shown: ReadonlyMap<number, PlacesOfDate>,
  { actorId, now }: { actorId: number; now: Instant },
): Promise<void> {
  const read = [...shown.values()].flatMap(({ people }) => people.lists).filter(({ emails }) => emails.length > 0)
  const verb = 'registrants-read' satisfies ReadingVerb
  await auditEach(
    database,
    read.map(({ id, emails }) => {
      const details = { rows: emails.length, page: 'formulaire' }
      return { actorId, verb, object: `list:${id}`, details, now }
    }),
  )
}

function valuesOf({ kind, places, open, offerHours }: PeopledList): Readonly<Record<string, string>> {
  const prefix = LIST_PREFIX[kind]
  return {
    [`${prefix}places`]: places === null ? '' : String(places),
    [`${prefix}sans-limite`]: places === null ? 'oui' : '',
    [`${prefix}ouvertes`]: open ? 'oui' : '',
    [`${prefix}delai`]: offerHours === null ? '' : String(offerHours),
  }
}

function read(
  fields: Fields,
  prefix: string,
): { ok: true; value: TypedPlaces } | { ok: false; errors: Record<string, string> } {
  const value: TypedPlaces = {}
  const errors: Record<string, string> = {}
  for (const kind of LIST_KINDS) {
    const list = prefix + LIST_PREFIX[kind]
    if (!fields.has(`${list}places`) && !fields.has(`${list}sans-limite`)) continue
    const typed = readTypedList(listFieldsOf((name) => fields.get(list + name)))
    if (!('faults' in typed)) value[kind] = typed
    else for (const { field, because } of typed.faults) errors[list + field] = TYPED_FAULT_TEXTS[because]
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value }
}
