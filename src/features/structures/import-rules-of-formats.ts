// From the columns of each known file to one shape, that of data.inclusion v1 with our kinds.
import { listOf, textOf } from './import-rules-of-fields.ts'
import { audiencesOf, kindsOf, networksOf } from './import-rules-of-kinds.ts'

export type RawStructure = {
  id: string
  name: string
  acronym?: unknown
  siret?: unknown
  networks: readonly string[]
  kinds: readonly string[]
  audiences: readonly string[]
  summary?: string
  presentation: string
  phone?: unknown
  email?: unknown
  website?: unknown
  openingHours?: string
  accessibilityUrl?: unknown
  street?: unknown
  addressNote?: unknown
  postalCode?: unknown
  city?: unknown
  communeCode?: unknown
  latitude?: unknown
  longitude?: unknown
  source?: string
  sourceDate?: unknown
  sourceUrl?: unknown
}

type Values = Record<string, unknown>

export type StructureFormat = {
  name: string
  source: string
  licence: 'lov2' | 'odbl'
  read(values: Values): RawStructure
}

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

/** « Lundi : 9 h – 12 h », one day a line, closed days left out. */
function hoursByDay(values: Values, prefix: string): string {
  return DAYS.flatMap((day) => {
    const hours = textOf(values[prefix + day])
      .replace(/\*-\*| \/ /g, ', ')
      .replace(/ - /g, ' – ')
    return hours === '' || /^ferm/i.test(hours) ? [] : [`${day[0]?.toUpperCase()}${day.slice(1)} : ${hours}`]
  }).join('\n')
}

function withList(text: string, title: string, items: readonly string[]): string {
  if (items.length === 0) return text
  return [text, `${title} :`, items.map((item) => `- ${item}`).join('\n')].filter((part) => part !== '').join('\n\n')
}

/** Columns that data.inclusion v1 and v0 and ours share. */
const placeOf = (values: Values) => ({
  street: values.adresse,
  addressNote: values.complement_adresse,
  postalCode: values.code_postal,
  city: values.commune,
  communeCode: values.code_insee,
  latitude: values.latitude,
  longitude: values.longitude,
})

/** data.inclusion, v1 and v0 (`pivot`, `typologie`, `presentation_resume`…), in JSON or in CSV with the same names. */
const dataInclusion: StructureFormat = {
  name: 'data.inclusion',
  source: 'data-inclusion',
  licence: 'lov2',
  read(values) {
    const labels = [...listOf(values.typologie), ...listOf(values.labels_nationaux)]
    const detail = textOf(values.description) || textOf(values.presentation_detail)
    const topics = listOf(values.services)
    return {
      id: textOf(values.id),
      name: textOf(values.nom),
      acronym: values.sigle,
      siret: values.siret ?? values.pivot,
      networks: networksOf([...listOf(values.reseaux_porteurs), ...labels]),
      kinds: kindsOf([...listOf(values.types), ...listOf(values.typologie)]),
      audiences: listOf(values.publics),
      summary: textOf(values.presentation_resume),
      presentation: detail || withList('', 'Vous pouvez y trouver de l’aide pour', topics),
      phone: values.telephone,
      email: values.courriel,
      website: values.site_web,
      openingHours: textOf(values.horaires_accueil ?? values.horaires),
      accessibilityUrl: values.accessibilite_lieu,
      ...placeOf(values),
      source: textOf(values.source),
      sourceDate: values.date_maj,
      sourceUrl: values.lien_source,
    }
  },
}

const franceServices: StructureFormat = {
  name: 'France services',
  source: 'france-services',
  licence: 'lov2',
  read: (values) => ({
    id: textOf(values.id_fs),
    name: textOf(values.lib_fs),
    networks: ['france-service'],
    kinds: ['france-services'],
    audiences: ['tous-publics'],
    presentation: [
      textOf(values.itinerance) === 'Oui' ? 'Cet espace est itinérant : il se déplace de commune en commune.' : '',
      textOf(values.commentaire),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    phone: values.telephone,
    email: values.mail,
    openingHours: hoursByDay(values, 'h_'),
    street: values.adresse,
    addressNote: values.complement_adresse,
    postalCode: values.code_postal,
    city: values.lib_com,
    communeCode: values.insee_com,
    latitude: values.latitude,
    longitude: values.longitude,
  }),
}

const hinaura: StructureFormat = {
  name: 'Hinaura',
  source: 'hinaura',
  licence: 'odbl',
  read: (values) => ({
    id: textOf(values.id),
    name: textOf(values.nom),
    networks: [],
    kinds: kindsOf(listOf(values.type_lieu)),
    audiences: audiencesOf(textOf(values.publics).split(',')),
    presentation: withList(
      textOf(values.presentation),
      'Sur place',
      [...textOf(values.accompagnements).split(','), ...textOf(values.tarifs).split(/,(?![^(]*\))/)].filter(Boolean),
    ),
    phone: values.telephone,
    email: values.courriel,
    website: values.site_web,
    openingHours: hoursByDay(values, 'horaires_'),
    ...placeOf(values),
    sourceDate: values.date_maj,
  }),
}

/** The format of a file, from the names of its first record. */
export function structureFormat(names: readonly string[]): StructureFormat | undefined {
  if (names.includes('id_fs')) return franceServices
  if (names.includes('type_lieu')) return hinaura
  return names.includes('id') && names.includes('nom') ? dataInclusion : undefined
}
