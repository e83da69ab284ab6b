import { asc, desc, eq, sql } from 'drizzle-orm'
import { likeText } from '#kernel/fold'
import type { Reader } from '#platform/database/database.ts'
import { type PlaceBook, placeBook } from './place-rules.ts'
import { communeKey, type Epci, type Place, REGION, readTypedCommune } from './rules.ts'
import { communes, departements, epcis } from './tables.ts'

const placeColumns = {
  code: communes.code,
  name: communes.name,
  departement: communes.departementCode,
  postalCodes: communes.postalCodes,
  latitude: communes.latitude,
  longitude: communes.longitude,
}

const epciOfCommune = sql<Epci | null>`(select json_build_object('code', ${epcis.code}, 'name', ${epcis.name})
  from ${epcis} where ${eq(epcis.code, communes.epciCode)})`

/** An intercommunalité by its code; undefined when the region has none of that code. */
export async function findEpci(reader: Reader, code: string): Promise<Epci | undefined> {
  const [found] = await reader.select({ code: epcis.code, name: epcis.name }).from(epcis).where(eq(epcis.code, code))
  return found
}

/** A commune by its INSEE code. */
export async function findCommune(reader: Reader, code: string): Promise<Place | undefined> {
  const [found] = await reader.select(placeColumns).from(communes).where(eq(communes.code, code))
  return found
}

/** Communes whose name, one of its words, or a postal code begins like the text: names that begin so first, then by population. */
export async function suggestCommunes(reader: Reader, typed: string, limit = 8): Promise<Place[]> {
  const key = communeKey(typed.slice(0, 100))
  if (key === '') return []
  const start = likeText(key)
  return reader
    .select(placeColumns)
    .from(communes)
    .where(sql`${communes.searchText} like ${`% ${start}%`}`)
    .orderBy(
      desc(sql`${communes.searchName} = ${key}`),
      desc(sql`${communes.searchName} like ${`${start}%`}`),
      desc(communes.population),
      asc(communes.code),
    )
    .limit(limit)
}

const MOST_CHOICES = 30

export type CommuneAnswer =
  | { kind: 'one'; commune: Place }
  | { kind: 'several'; communes: Place[] }
  | { kind: 'none' }
  | { kind: 'empty' }

/** What was typed in a commune field, once sent: « Roanne (42300) », « roanne », « 42300 », or an INSEE code. A beginning
 *  of name asks which commune it is. */
export async function resolveCommune(reader: Reader, typed: string): Promise<CommuneAnswer> {
  const text = typed.replaceAll('\0', '').trim().slice(0, 100)
  if (text === '') return { kind: 'empty' }
  const { name, postalCode } = readTypedCommune(text)
  if (name === '' && postalCode === '') return { kind: 'none' }
  const byCode = /^\d{5}$/.test(text) ? sql`or ${communes.code} = ${text}` : sql``
  const isName = name === '' ? sql`true` : sql`${communes.searchName} = ${name}`
  const hasPostalCode =
    postalCode === ''
      ? sql`true`
      : sql`(${communes.postalCodes} @> array[${postalCode}]::text[] or ${communes.departementCode} = ${postalCode})`
  const found = await reader
    .select({ ...placeColumns, epci: epciOfCommune })
    .from(communes)
    .where(sql`(${isName} and ${hasPostalCode}) ${byCode}`)
    .orderBy(desc(communes.population))
    .limit(MOST_CHOICES)
  const [first] = found
  if (first !== undefined)
    return found.length === 1 ? { kind: 'one', commune: first } : { kind: 'several', communes: found }
  const likely = await suggestCommunes(reader, name || postalCode, MOST_CHOICES)
  return likely.length === 0 ? { kind: 'none' } : { kind: 'several', communes: likely }
}

export type Departement = { code: string; name: string }

/** The twelve départements of the region, by code. */
export async function departementsOfRegion(reader: Reader, region = REGION): Promise<Departement[]> {
  const all = await allDepartements(reader)
  return all.filter(({ regionCode }) => regionCode === region).map(({ code, name }) => ({ code, name }))
}

/** The name of each département of France, by code. */
export async function departementNames(reader: Reader): Promise<ReadonlyMap<string, string>> {
  return new Map((await allDepartements(reader)).map(({ code, name }) => [code, name]))
}

type AnyDepartement = Departement & { regionCode: string }

const KEPT_MS = 60_000
const kept = new WeakMap<Reader, { at: number; all: AnyDepartement[] }>()

/** Nearly every page names some, and they change with the law: each process reads them again after a minute. */
async function allDepartements(reader: Reader): Promise<AnyDepartement[]> {
  const known = kept.get(reader)
  if (known !== undefined && performance.now() - known.at < KEPT_MS) return known.all
  const { code, name, regionCode } = departements
  const all = await reader.select({ code, name, regionCode }).from(departements).orderBy(code)
  if (all.length > 0) kept.set(reader, { at: performance.now(), all })
  return all
}

/** Every commune, for reading many addresses. */
export async function allPlaces(reader: Reader): Promise<PlaceBook> {
  return placeBook(await reader.select(placeColumns).from(communes))
}
