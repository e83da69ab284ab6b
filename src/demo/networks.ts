import { saveServicesIn } from '#features/services/import-actions.ts'
import { readService } from '#features/services/import-rules.ts'
import { saveStructuresIn } from '#features/structures/import-actions.ts'
import { readStructure } from '#features/structures/import-rules.ts'
import type { PlaceBook } from '#features/territory/place-rules.ts'
import { allPlaces } from '#features/territory/queries.ts'
import type { Instant } from '#kernel/time'
import { type Database, transact } from '#platform/database/database.ts'
import type { DemoNetwork, DemoService, Theme } from './network.ts'
import { FUNDING_NETWORKS } from './networks-funding-data.ts'
import { SUPPORT_NETWORKS } from './networks-support-data.ts'

const THEMES: Record<Theme, string> = {
  definir: 'creer-une-entreprise--definir-son-projet-de-creation-dentreprise',
  structurer: 'creer-une-entreprise--structurer-son-projet-de-creation-dentreprise',
  financer: 'creer-une-entreprise--financer-son-projet',
  reseautage: 'creer-une-entreprise--reseautage-pour-createurs-dentreprise',
  developper: 'creer-une-entreprise--developper-son-entreprise',
}

const SOURCE = 'demonstration'
const NETWORKS: readonly DemoNetwork[] = [...SUPPORT_NETWORKS, ...FUNDING_NETWORKS]

/** Loads the networks and their services, by the same road as any import: twice changes nothing. */
export async function loadDemoNetworks(database: Database, now: Instant): Promise<void> {
  const places = await allPlaces(database)
  await transact(database, async (tx) => {
    const options = { source: SOURCE, demo: true, now }
    await saveStructuresIn(
      tx,
      NETWORKS.map((network, rank) => structureOf(network, rank, places)),
      options,
    )
    const services = NETWORKS.flatMap((network) =>
      network.services.map((service) => serviceOf(network, service, places)),
    )
    await saveServicesIn(tx, services, options)
  })
}

const origin = (places: PlaceBook) => ({ source: SOURCE, licence: 'lov2' as const, date: null, places })

/** Numbers that the telecom authority keeps for fiction: nobody answers. */
const fictionalPhone = (rank: number): string => `04 65 71 00 ${String(rank + 10)}`

function structureOf(network: DemoNetwork, rank: number, places: PlaceBook) {
  const { sheet, faults } = readStructure(
    {
      ...{ id: network.id, name: network.name, acronym: network.acronym, website: network.website },
      ...{ kinds: network.kinds, networks: network.networks ?? [], audiences: ['tous-publics'] },
      presentation: network.presentation,
      phone: fictionalPhone(rank),
      email: `contact@${network.id}.example`,
      openingHours: 'Mo-Fr 09:00-12:00,14:00-17:00',
      city: network.city,
    },
    origin(places),
  )
  if (sheet === undefined) throw new Error(faults.map(({ text }) => text).join(', '))
  return { ...sheet, departements: [...(network.departements ?? [])] }
}

function serviceOf(network: DemoNetwork, service: DemoService, places: PlaceBook) {
  const { sheet, faults } = readService(
    {
      ...{ id: service.id, structure_id: network.id, nom: service.name, description: service.text },
      ...{ types: service.kinds, etapes: service.stages, thematiques: service.themes.map((theme) => THEMES[theme]) },
      ...{ frais: service.cost, frais_precisions: service.costNote, publics: service.audiences ?? ['tous-publics'] },
      ...{ conditions_acces: service.conditions, modes_accueil: service.modes ?? ['en-presentiel', 'a-distance'] },
      zone_eligibilite: network.departements ?? ['84'],
      modes_mobilisation: ['telephoner', 'envoyer-un-courriel'],
      mobilisable_par: ['usagers', 'professionnels'],
      nombre_semaines: service.weeks,
    },
    origin(places),
  )
  if (sheet === undefined) throw new Error(faults.map(({ text }) => text).join(', '))
  return sheet
}
