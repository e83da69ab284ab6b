// STR-1, how a line of data.inclusion (v1, or v0 whose names differ) becomes a service sheet.

import {
  type Contact,
  checkNames,
  faultList,
  type Origin,
  type Place,
  type Read,
  readContact,
  readPlace,
  readSourceDay,
} from '#features/structures/import-rules.ts'
import { lineOf, listOf, readWebsite, summaryOf, textOf } from '#features/structures/import-rules-of-fields.ts'
import { fold } from '#kernel/fold'
import {
  SERVICE_COSTS,
  SERVICE_KINDS,
  type ServiceCost,
  STAGES,
  type Stage,
  stagesOfThemes,
  withParentThemes,
} from './rules.ts'

export type ServiceSheet = Place &
  Omit<Contact, 'website'> & {
    title: string
    summary: string
    presentation: string
    structureSourceId: string
    kinds: string[]
    thematiques: string[]
    stages: Stage[]
    audiences: string[]
    audienceNote: string
    conditions: string
    cost: ServiceCost | null
    costNote: string
    modes: string[]
    zone: string[]
    hoursPerWeek: number | null
    weeks: number | null
    mobilisationModes: string[]
    mobilisationBy: string[]
    mobilisationNote: string
    mobilisationUrl: string
    searchName: string
    source: string
    sourceId: string
    sourceDate: string | null
    sourceUrl: string
    licence: 'lov2' | 'odbl'
  }

type Values = Record<string, unknown>

/** Whether the file holds services: their lines name a structure. */
export const isServiceFile = (names: readonly string[]): boolean => names.includes('structure_id')

export function readService(values: Values, origin: Origin): Read<ServiceSheet> {
  const { faults, warn, refuse } = faultList()
  const title = lineOf(values.nom)
  checkNames({ id: textOf(values.id), title }, refuse)
  const structureSourceId = textOf(values.structure_id)
  if (structureSourceId === '') refuse('structure_id', 'la structure du service manque')
  const { website: _, ...contact } = readContact(
    { phone: values.telephone, email: values.courriel, openingHours: textOf(values.horaires_accueil) },
    warn,
  )
  const sheet: ServiceSheet = {
    ...readTexts(values),
    ...readCategories(values),
    ...readMobilisation(values),
    ...contact,
    ...readPlace(addressOf(values), origin.places, warn),
    title,
    structureSourceId,
    searchName: fold(title),
    source: textOf(values.source) || origin.source,
    sourceId: textOf(values.id),
    sourceDate: readSourceDay(values.date_maj, origin.date, warn),
    sourceUrl: readWebsite(lineOf(values.lien_source)) ?? '',
    licence: origin.licence,
  }
  return { sheet: faults.some(({ blocking }) => blocking) ? undefined : sheet, faults }
}

const addressOf = (values: Values) => ({
  street: values.adresse,
  addressNote: values.complement_adresse,
  postalCode: values.code_postal,
  city: values.commune,
  communeCode: values.code_insee,
  latitude: values.latitude,
  longitude: values.longitude,
})

function readTexts(values: Values) {
  const text = textOf(values.description) || textOf(values.presentation_detail) || textOf(values.presentation_resume)
  const summary = summaryOf(textOf(values.presentation_resume) || text)
  return {
    summary,
    presentation: text === summary ? '' : text,
    audienceNote: textOf(values.publics_precisions),
    conditions: textOf(values.conditions_acces),
    costNote: textOf(values.frais_precisions) || textOf(values.frais_autres),
  }
}

const within = <Word extends string>(words: readonly string[], known: readonly Word[]): Word[] =>
  known.filter((word) => words.includes(word))

/** Names of v0, as v1 has them. */
const themeOf = (theme: string): string => theme.replace(/^creation-activite/, 'creer-une-entreprise')
const kindOf = (kind: string): string => (kind === 'financement' ? 'aide-financiere' : kind)

function readCategories(values: Values) {
  const thematiques = withParentThemes(listOf(values.thematiques).map(themeOf))
  const stages = within(listOf(values.etapes), STAGES)
  const costs = listOf(values.frais)
  const paying = costs.some((cost) => cost !== 'gratuit')
  return {
    thematiques,
    stages: stages.length > 0 ? stages : stagesOfThemes(thematiques),
    kinds: within([...listOf(values.type), ...listOf(values.types)].map(kindOf), SERVICE_KINDS),
    audiences: [...listOf(values.publics), ...listOf(values.profils)],
    cost: costs.length === 0 ? null : SERVICE_COSTS[paying ? 1 : 0],
    modes: within(listOf(values.modes_accueil), ['en-presentiel', 'a-distance']),
    zone: listOf(values.zone_eligibilite ?? values.zone_diffusion_code),
    hoursPerWeek: positive(values.volume_horaire_hebdomadaire),
    weeks: positive(values.nombre_semaines, true),
  }
}

const positive = (value: unknown, whole = false): number | null => {
  const number = Number(lineOf(value).replace(',', '.'))
  return number > 0 && number < 1000 && (!whole || Number.isInteger(number)) ? number : null
}

function readMobilisation(values: Values) {
  return {
    mobilisationModes: listOf(values.modes_mobilisation),
    mobilisationBy: within(listOf(values.mobilisable_par), ['usagers', 'professionnels']),
    mobilisationNote: textOf(values.mobilisation_precisions),
    mobilisationUrl: readWebsite(lineOf(values.lien_mobilisation ?? values.prise_rdv)) ?? '',
  }
}
