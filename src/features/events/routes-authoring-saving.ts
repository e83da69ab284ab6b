import type { Actor } from '#features/accounts/actor.ts'
import type { FileOfContent, RevisionData } from '#features/contents/kinds.ts'
import { findCommuneOf } from '#features/territory/address-queries.ts'
import { departementOfPostalCode } from '#features/territory/rules.ts'
import type { Database } from '#platform/database/database.ts'
import type { RichText } from '#platform/rich-text/sanitize.ts'
import type { EventToSave } from './actions.ts'
import type { AuthoredEvent } from './authoring-queries.ts'
import type { EventColumns } from './authoring-store.ts'
import type { WantedDate } from './date-actions.ts'
import type { EventForm } from './forms.ts'
import type { EventReading, ReadDate } from './routes-authoring-reading.ts'

type Wanted = {
  read: Extract<EventReading, { ok: true }>
  /** « Présentation complète », cleaned. */
  rich: RichText
  /** Those that the form keeps. */
  files: FileOfContent[]
  actor: Actor
  event: AuthoredEvent | undefined
  /** The position was found from another address: it is not kept. */
  isStale: boolean
}

/** What a form that was read asks to save; its département is that of its commune. */
export async function toSave(
  database: Database,
  { read, rich, files, actor, event, isStale }: Wanted,
): Promise<Pick<EventToSave, 'present' | 'data' | 'dates'>> {
  const { value, dates, removed } = read
  const commune = await communeOf(database, { postalCode: value.code_postal, city: value.ville })
  const placed = await placedDates(database, dates)
  const ofDates = placed.map(({ place }) => place.departementCode)
  const content = {
    title: value.titre,
    summary: value.resume,
    presentation: rich.text,
    presentationFormat: rich.format,
    access: value.acces,
    departements: [...new Set([commune.departementCode, ...ofDates])].filter((code) => typeof code === 'string'),
    sectors: event?.content.sectors ?? [],
    files,
    structureId: event === undefined ? chosenStructure(actor, value.structure) : event.content.structureId,
  }
  const own = {
    ...columnsOf(value),
    ...placeOf(value, isStale),
    ...commune,
  }
  const present = event && { id: event.content.id, version: value.version }
  return { present, data: { content, own }, dates: { wanted: placed, removed } }
}

/** The dates with the commune of their own place; each address is looked up once. */
async function placedDates(database: Database, dates: readonly ReadDate[]): Promise<WantedDate[]> {
  const known = new Map<string, Commune>()
  const placed: WantedDate[] = []
  for (const date of dates) {
    const { ownPlace, postalCode, city } = date.place
    const key = `${postalCode} ${city}`
    const commune = ownPlace ? (known.get(key) ?? (await communeOf(database, { postalCode, city }))) : NOWHERE
    known.set(key, commune)
    placed.push({ ...date, place: { ...date.place, ...commune } })
  }
  return placed
}

type Commune = { communeCode: string | null; departementCode: string | null }
const NOWHERE: Commune = { communeCode: null, departementCode: null }

async function communeOf(database: Database, address: { postalCode: string; city: string }): Promise<Commune> {
  const departement = departementOfPostalCode(address.postalCode)
  const commune = await findCommuneOf(database, { ...address, departement })
  return { communeCode: commune?.code ?? null, departementCode: commune?.departement ?? departement ?? null }
}

/** The text that an event holds now, as its form would send it. */
export function dataOf({ rights, content, event }: AuthoredEvent): RevisionData<EventColumns> {
  const { title, summary, presentation, presentationFormat, sectors, files, structureId } = content
  const { access, departements } = rights
  const { contentId: _, ...own } = event
  return {
    content: {
      ...{ title, summary, presentation, presentationFormat, access, sectors, files, structureId },
      departements: [...departements],
    },
    own,
  }
}

/** One of the person's own structures: another number is not theirs to speak for. */
function chosenStructure(actor: Actor, typed: string): number | null {
  return actor.structures.find((id) => String(id) === typed) ?? actor.structures[0] ?? null
}

function columnsOf(value: EventForm) {
  return {
    kind: value.type,
    paying: value.tarif === 'payant',
    priceNote: value.precision_tarif,
    projectSizes: value.taille,
    forSocialEconomy: value.secteur.includes('ess'),
    forInnovation: value.secteur.includes('innovation'),
    contactName: value.contact,
    contactPhone: value.telephone,
    contactEmail: value.courriel,
    facebook: value.facebook,
    website: value.site,
  }
}

function placeOf(value: EventForm, isStale: boolean) {
  const { latitude, longitude } = value
  const isSet = latitude !== undefined && longitude !== undefined && !isStale
  return {
    placeName: value.lieu,
    street: value.rue,
    postalCode: value.code_postal,
    city: value.ville,
    latitude: isSet ? latitude : null,
    longitude: isSet ? longitude : null,
  }
}
