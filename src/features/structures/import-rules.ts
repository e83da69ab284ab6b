// STR-1, how a line of a source becomes a sheet. What can be left out is left out and said (warning); a line without number
// or name cannot be a sheet (error).

import type { PlaceBook } from '#features/territory/place-rules.ts'
import { departementOfCommune, departementOfPostalCode, kilometres } from '#features/territory/rules.ts'
import { readEmail } from '#kernel/email-address'
import { fold } from '#kernel/fold'
import { readSiret } from '#kernel/siret'
import * as fields from './import-rules-of-fields.ts'
import type { RawStructure } from './import-rules-of-formats.ts'

const LONGEST_NAME = 250
const LONGEST_TEXT = 20_000
/** The centre of a mountain commune may be far from its village, but not that far. */
const FARTHEST_KM = 20

export type Fault = { field: string; text: string; blocking: boolean }
export type Say = (field: string, text: string) => void

/** Fields of the sheet that are columns of contents, then of structures. */
export type StructureSheet = Place &
  Contact & {
    title: string
    summary: string
    presentation: string
    acronym: string
    siret: string | null
    networks: string[]
    kinds: string[]
    audiences: string[]
    accessibilityUrl: string
    /** Those that the structure serves; none means the whole region. */
    departements: string[]
    phoneKey: string | null
    addressKey: string | null
    searchName: string
    source: string
    sourceId: string
    sourceDate: string | null
    sourceUrl: string
    licence: 'lov2' | 'odbl'
  }

export type Place = {
  street: string
  addressNote: string
  postalCode: string
  city: string
  communeCode: string | null
  departementCode: string | null
  latitude: number | null
  longitude: number | null
}

export type Contact = { phone: string; email: string; website: string; openingHours: string }

export type Origin = { source: string; licence: 'lov2' | 'odbl'; date: string | null; places: PlaceBook }

export type Read<Sheet> = { sheet: Sheet | undefined; faults: Fault[] }

/** Collects the sentences of one line. */
export function faultList(): { faults: Fault[]; warn: Say; refuse: Say } {
  const faults: Fault[] = []
  return {
    faults,
    warn: (field, text) => faults.push({ field, text, blocking: false }),
    refuse: (field, text) => faults.push({ field, text, blocking: true }),
  }
}

export function readStructure(raw: RawStructure, origin: Origin): Read<StructureSheet> {
  const { faults, warn, refuse } = faultList()
  const title = fields.lineOf(raw.name)
  checkNames({ id: raw.id, title }, refuse)
  const place = readPlace(raw, origin.places, warn)
  const contact = readContact(raw, warn)
  const siret = fields.lineOf(raw.siret)
  const acronym = fields.lineOf(raw.acronym)
  const presentation = fields.textOf(raw.presentation).slice(0, LONGEST_TEXT)
  const summary = fields.summaryOf(raw.summary || presentation)
  const sheet: StructureSheet = {
    title,
    summary,
    presentation: presentation === summary ? '' : presentation,
    acronym,
    siret: readSiret(siret) ?? null,
    networks: [...raw.networks],
    kinds: [...raw.kinds],
    audiences: [...raw.audiences],
    ...contact,
    accessibilityUrl: fields.readWebsite(fields.lineOf(raw.accessibilityUrl)) ?? '',
    ...place,
    departements: place.departementCode === null ? [] : [place.departementCode],
    phoneKey: fields.phoneKeyOf(contact.phone),
    addressKey: fields.addressKeyOf(place.street, place.communeCode ?? place.postalCode),
    searchName: fold(`${title} ${acronym}`),
    source: raw.source || origin.source,
    sourceId: raw.id,
    sourceDate: readSourceDay(raw.sourceDate, origin.date, warn),
    sourceUrl: fields.readWebsite(fields.lineOf(raw.sourceUrl)) ?? '',
    licence: origin.licence,
  }
  if (siret !== '' && sheet.siret === null) warn('siret', `« ${siret} » n’est pas un SIRET : laissé vide`)
  return { sheet: faults.some(({ blocking }) => blocking) ? undefined : sheet, faults }
}

/** A sheet needs a number in its source and a name. */
export function checkNames({ id, title }: { id: string; title: string }, refuse: Say): void {
  if (id === '' || id.length > 200) refuse('id', 'le numéro de la fiche manque')
  if (title === '') refuse('nom', 'le nom manque')
  if (title.length > LONGEST_NAME) refuse('nom', `le nom a ${title.length} lettres, plus que ${LONGEST_NAME}`)
}

export function readSourceDay(typed: unknown, otherwise: string | null, warn: Say): string | null {
  const text = fields.lineOf(typed)
  const day = fields.readDay(text)
  if (text !== '' && day === undefined) warn('date_maj', `« ${text} » n’est pas une date : laissée vide`)
  return day ?? otherwise
}

type RawContact = Pick<RawStructure, 'phone' | 'email' | 'website' | 'openingHours'>

export function readContact(raw: RawContact, warn: Say): Contact {
  const [phone, email, website] = [raw.phone, raw.email, raw.website].map((value) => fields.lineOf(value))
  const read = {
    phone: fields.readPhone(phone ?? ''),
    email: readEmail(email?.split(/\s+[/;,-]\s+|[;,]/, 1)[0] ?? ''),
    website: fields.readWebsite(website ?? ''),
  }
  const mail = typeof read.email === 'object' ? read.email.address : ''
  if (phone && read.phone === undefined)
    warn('telephone', `« ${phone} » n’est pas un numéro de téléphone : laissé vide`)
  if (email && mail === '') warn('courriel', `« ${email} » n’est pas une adresse e-mail : laissée vide`)
  if (website && read.website === undefined)
    warn('site_web', `« ${website} » n’est pas l’adresse d’un site : laissée vide`)
  return { phone: read.phone ?? '', email: mail, website: read.website ?? '', openingHours: raw.openingHours ?? '' }
}

type RawPlace = Pick<
  RawStructure,
  'street' | 'addressNote' | 'postalCode' | 'city' | 'communeCode' | 'latitude' | 'longitude'
>

/** An address: the commune by its INSEE code, else by its name and postal code; a point too far from it is left out. */
export function readPlace(raw: RawPlace, places: PlaceBook, warn: Say): Place {
  const city = fields.lineOf(raw.city)
  const postalCode = readPostalCode(fields.lineOf(raw.postalCode), warn)
  const code = fields.lineOf(raw.communeCode).toUpperCase()
  const commune = places.byCode(code) ?? places.byName(city, postalCode)
  checkCommune(code, { commune, places }, warn)
  const point = readPosition(raw, commune, warn)
  return {
    street: fields.lineOf(raw.street),
    addressNote: fields.lineOf(raw.addressNote),
    postalCode: postalCode || onlyPostalCode(commune),
    city: commune?.name ?? city,
    communeCode: commune?.code ?? null,
    departementCode: commune?.departement ?? departementOf(code, postalCode),
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
  }
}

type Commune = ReturnType<PlaceBook['byCode']>

const onlyPostalCode = (commune: Commune): string =>
  commune?.postalCodes.length === 1 ? (commune.postalCodes[0] ?? '') : ''

const departementOf = (code: string, postalCode: string): string | null =>
  departementOfCommune(code) ?? departementOfPostalCode(postalCode) ?? null

function readPostalCode(typed: string, warn: Say): string {
  if (/^\d{5}$/.test(typed)) return typed
  if (typed !== '') warn('code_postal', `« ${typed} » n’est pas un code postal : laissé vide`)
  return ''
}

/** Says a code that no commune bears, in the départements whose communes are known here. */
function checkCommune(code: string, found: { commune: Commune; places: PlaceBook }, warn: Say): void {
  const { commune, places } = found
  if (code === '' || places.byCode(code) !== undefined) return
  const departement = departementOfCommune(code)
  if (departement !== undefined && !places.covers(departement)) return
  const instead = commune === undefined ? 'laissé vide' : `lu « ${commune.code} » d’après la commune`
  warn('code_insee', `« ${code} » n’est pas le code INSEE d’une commune : ${instead}`)
}

function readPosition(raw: RawPlace, commune: Commune, warn: Say): ReturnType<typeof fields.readPoint> {
  const point = fields.readPoint(raw.latitude, raw.longitude)
  const given = fields.lineOf(raw.latitude) !== '' || fields.lineOf(raw.longitude) !== ''
  if (given && point === undefined) warn('latitude', 'la position n’est pas en France : laissée vide')
  if (point === undefined || commune === undefined || kilometres(point, commune) <= FARTHEST_KM) return point
  warn('latitude', `la position est à plus de ${FARTHEST_KM} km de ${commune.name} : laissée vide`)
  return undefined
}
