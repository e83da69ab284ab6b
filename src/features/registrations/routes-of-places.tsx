import type { PlacesOfDate, PlacesSlot } from '#features/events/slots.ts'
import type { Reader } from '#platform/database/database.ts'
import type { Fields } from '#platform/http/fields.ts'
import { failingAddresses } from '#platform/mail/failing-addresses.ts'
import { changeListIn } from './list-actions.ts'
import { PlacesFields } from './pages/places-fields.tsx'
import type { PlacesVerdict, WantedPlaces } from './places.ts'
import { peopledListsOfDates } from './queries.ts'
import { isActive } from './rules.ts'
import { placesRefusal } from './texts.ts'

export type TypedPlaces = { wanted: WantedPlaces; open: boolean }

/** The places of a date inside the event's form (REG-1 to REG-3). */
export const placesSlot: PlacesSlot<TypedPlaces> = {
  blank: { ouvertes: 'oui' },
  load,
  fields: (state, prefix, people) => <PlacesFields {...{ state, prefix, people }} />,
  read,
  async save(tx, date, { wanted, open }, { actorId, now }) {
    const change = { dateId: date.id, kind: 'direct', wanted, open, closesAt: date.startsAt } as const
    return errorsOf(await changeListIn(tx, change, actorId, now))
  },
}

async function load(reader: Reader, dateIds: readonly number[]): Promise<ReadonlyMap<number, PlacesOfDate>> {
  const lists = await peopledListsOfDates(reader, dateIds)
  const activeOf = (ofDate: typeof lists): string[] =>
    ofDate.flatMap(({ people }) => people.filter(({ state }) => isActive(state)).map(({ email }) => email))
  const failing = await failingAddresses(reader, activeOf(lists))
  return new Map(
    dateIds.map((dateId) => {
      const ofDate = lists.filter((list) => list.dateId === dateId)
      const list = ofDate.find(({ kind }) => kind === 'direct')
      const everRegistered = ofDate.some(({ people }) => people.length > 0)
      const counts = { taken: list?.taken ?? 0, waiting: list?.waiting ?? 0 }
      const people = { everRegistered, ...counts, emails: activeOf(ofDate), failing }
      return [dateId, { values: valuesOf(list), people }]
    }),
  )
}

function valuesOf(list: { places: number | null; open: boolean } | undefined): Readonly<Record<string, string>> {
  if (list === undefined) return placesSlot.blank
  return {
    places: list.places === null ? '' : String(list.places),
    ...(list.places === null ? { 'sans-limite': 'oui' } : {}),
    ...(list.open ? { ouvertes: 'oui' } : {}),
  }
}

/** An empty field is no list, 0 closes, « sans limite » is a box of its own; what is not a number is refused. */
function read(
  fields: Fields,
  prefix: string,
): { ok: true; value: TypedPlaces } | { ok: false; errors: Record<string, string> } {
  const typed = fields.get(`${prefix}places`).trim()
  const open = fields.get(`${prefix}ouvertes`) === 'oui'
  if (fields.get(`${prefix}sans-limite`) === 'oui') return { ok: true, value: { wanted: { kind: 'unlimited' }, open } }
  if (typed === '') return { ok: true, value: { wanted: { kind: 'none' }, open } }
  if (!/^\d{1,6}$/.test(typed)) {
    return { ok: false, errors: { [`${prefix}places`]: 'Indiquez un nombre de places en chiffres, ou laissez vide.' } }
  }
  return { ok: true, value: { wanted: { kind: 'number', places: Number(typed) }, open } }
}

const errorsOf = (verdict: PlacesVerdict): Record<string, string> =>
  verdict.kind === 'refused' ? { places: placesRefusal(verdict.because, verdict.taken) } : {}
