import type { AuthoredEvent } from './authoring-queries.ts'
import { rowPrefix, type Values } from './date-fields.ts'
import { blankRow } from './date-gestures.ts'
import { valuesOfPlace } from './date-place-rows.ts'
import type { AuthoredDate } from './date-queries.ts'
import { valuesOfDate } from './date-rows.ts'
import { type Address, addressKey } from './place-text.ts'
import { BLANK_SERIES, seriesField } from './series-fields.ts'
import type { PlacesOfDate, PlacesSlot } from './slots.ts'
import { KIND_WORDS, PRICE_WORDS, SIZE_WORDS } from './texts.ts'

/** What the form of a new event begins with. */
export function newEventValues(structures: readonly { id: number }[], blank: PlacesSlot['blank']): Values {
  const [structure] = structures
  return {
    version: ['0'],
    acces: ['public'],
    tarif: [PRICE_WORDS.free],
    structure: [structure === undefined ? '' : String(structure.id)],
    ...blankRow(0, blank),
    ...blankSeries(),
  }
}

const blankSeries = (): Values =>
  Object.fromEntries(Object.entries(BLANK_SERIES).map(([name, value]) => [seriesField(name), [value]]))

const text = (value: string | number | null): string[] => (value === null ? [] : [String(value)])

/** What the form of an event that exists begins with: its texts, the dates that may change, and their places. */
export function valuesOfEvent(
  written: AuthoredEvent,
  dates: readonly AuthoredDate[],
  places: ReadonlyMap<number, PlacesOfDate>,
  blank: PlacesSlot['blank'],
): Values {
  const { rights, content, event } = written
  return {
    version: text(content.version),
    titre: text(content.title),
    resume: text(content.summary),
    presentation: text(content.presentation),
    ...placeValues(event),
    telephone: text(event.contactPhone),
    courriel: text(event.contactEmail),
    contact: text(event.contactName),
    facebook: text(event.facebook),
    site: text(event.website),
    acces: text(rights.access),
    tarif: [PRICE_WORDS[event.paying ? 'paying' : 'free']],
    precision_tarif: text(event.priceNote),
    type: [KIND_WORDS[event.kind]],
    taille: event.projectSizes.map((size) => SIZE_WORDS[size]),
    secteur: [...(event.forSocialEconomy ? ['ess'] : []), ...(event.forInnovation ? ['innovation'] : [])],
    ...blankSeries(),
    ...(written.dates.length === 0 ? blankRow(0, blank) : dateValues(dates, places)),
  }
}

function placeValues(event: AuthoredEvent['event']): Values {
  return {
    lieu: text(event.placeName),
    rue: text(event.street),
    code_postal: text(event.postalCode),
    ville: text(event.city),
    latitude: text(event.latitude),
    longitude: text(event.longitude),
    adresse_situee: event.latitude === null ? [] : [addressKey(event)],
  }
}

function dateValues(dates: readonly AuthoredDate[], places: ReadonlyMap<number, PlacesOfDate>): Values {
  const rows = dates.flatMap((date, row) => {
    const values = { ...valuesOfDate(date), ...valuesOfPlace(date), ...places.get(date.id)?.values }
    return Object.entries(values).map(([name, value]) => [rowPrefix(row) + name, [value]] as const)
  })
  return Object.fromEntries(rows)
}

/** The address typed in a form, or in the row of a date that `prefix` begins, free of what a database cannot take. */
export function typedAddress(values: Values, prefix = ''): Address {
  const typed = (name: string) =>
    (values[prefix + name]?.[0] ?? '').replaceAll('\0', '').toWellFormed().slice(0, 300).trim()
  return { street: typed('rue'), postalCode: typed('code_postal').replace(/\s/g, ''), city: typed('ville') }
}
