import type { FileOfContent, RevisionData } from '#features/contents/kinds.ts'
import { findCommuneOf } from '#features/territory/address-queries.ts'
import { proposePlace } from '#features/territory/locate-actions.ts'
import { departementOfPostalCode } from '#features/territory/rules.ts'
import type { Database } from '#platform/database/database.ts'
import type { Geocoder } from '#platform/geocoder/geocoder.ts'
import type { StructureOwn } from './routes-kind.ts'
import { hoursAsRead, hoursToKeep } from './rules.ts'
import type { StructureForm } from './sheet-forms.ts'
import type { ServiceName } from './slots.ts'

export type PlaceOfSheet = Pick<
  StructureOwn,
  'street' | 'addressNote' | 'postalCode' | 'city' | 'communeCode' | 'departementCode' | 'latitude' | 'longitude'
>

type TypedPlace = { rue: string; complement: string; code_postal: string; ville: string }

/** The place of a typed address: its commune, its département, and its position, asked again only when it changed. */
export async function placeOf(
  database: Database,
  geocoder: Geocoder,
  typed: TypedPlace,
  present: PlaceOfSheet | undefined,
): Promise<PlaceOfSheet> {
  const { rue: street, complement: addressNote, code_postal: postalCode, ville } = typed
  const city = ville.replace(/ \(\d{5}\)$/, '')
  if (present?.street === street && present.postalCode === postalCode && present.city === city) {
    return { ...present, addressNote }
  }
  const ofPostalCode = departementOfPostalCode(postalCode)
  const commune = await findCommuneOf(database, { postalCode, city, departement: ofPostalCode })
  const address = { street, postalCode, city, communeCode: commune?.code }
  const found = city === '' && postalCode === '' ? undefined : await proposePlace(database, geocoder, address)
  const point = found === undefined || found.kind === 'unknown' ? undefined : found.point
  return {
    ...{ street, addressNote, postalCode, city },
    communeCode: commune?.code ?? null,
    departementCode: commune?.departement ?? ofPostalCode ?? null,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
  }
}

type Kept = {
  present: RevisionData<StructureOwn> | undefined
  services: ServiceName[]
  files: FileOfContent[]
}

/** The whole text of a structure from its form. */
export function dataOfStructure(
  form: StructureForm,
  place: PlaceOfSheet,
  { present, services, files }: Kept,
): RevisionData<StructureOwn> {
  return {
    content: {
      title: form.nom,
      summary: form.resume,
      presentation: form.presentation,
      presentationFormat: 'plain',
      access: present?.content.access ?? 'public',
      departements: [...form.departements].sort(),
      sectors: present?.content.sectors ?? [],
      files,
      structureId: present?.content.structureId ?? null,
    },
    own: {
      ...place,
      acronym: form.sigle,
      siret: form.siret,
      networks: form.reseaux,
      kinds: form.types,
      audiences: form.publics,
      phone: form.telephone,
      email: form.courriel,
      website: form.site,
      socialLinks: form.liens,
      contacts: form.contacts,
      openingHours: hoursToKeep(form.horaires, present?.own.openingHours),
      accessibilityUrl: form.accessibilite,
      services,
    },
  }
}

/** What the form begins with. */
export function valuesOfStructure(version: number, { content, own }: RevisionData<StructureOwn>) {
  const one = (text: string | null) => [text ?? '']
  return {
    version: [String(version)],
    nom: one(content.title),
    sigle: one(own.acronym),
    siret: one(own.siret),
    reseaux: own.networks,
    types: own.kinds,
    publics: own.audiences,
    resume: one(content.summary),
    presentation: one(content.presentation),
    departements: content.departements,
    ...placeValues(own),
    telephone: one(own.phone),
    courriel: one(own.email),
    horaires: one(hoursAsRead(own.openingHours)),
    site: one(own.website),
    liens: one(own.socialLinks.join('\n')),
    accessibilite: one(own.accessibilityUrl),
    contacts: one(own.contacts),
  }
}

export const placeValues = ({ street, addressNote, postalCode, city }: PlaceOfSheet) => ({
  rue: [street],
  complement: [addressNote],
  code_postal: [postalCode],
  ville: [city],
})
