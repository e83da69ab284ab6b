import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { filesOfContent, listedFor, rightsColumns } from '#features/contents/queries.ts'
import { contentDepartements, contents } from '#features/contents/tables.ts'
import { type Facet, nearby, withWholeRegion } from '#features/structures/queries.ts'
import { concerns, distanceTo, nameHas } from '#features/structures/sheet-queries.ts'
import { structures } from '#features/structures/tables.ts'
import { communesOf, zoneHolds } from '#features/territory/near-queries.ts'
import type { Place } from '#features/territory/rules.ts'
import type { Reader } from '#platform/database/database.ts'
import { PAGE_SIZE, type ServiceFilters } from './listing-rules.ts'
import { services } from './tables.ts'

export type Asked = { person: Person; filters: ServiceFilters; near: Place | undefined }
type Part = 'departement' | 'kind' | 'theme' | 'stage'

/** The content of the structure that offers the service. */
const owners = alias(contents, 'owners')

/** A service may be public while its structure is not: then nothing is said of the structure. */
const ownerIsPublic = sql`(${owners.state} = 'published' and ${owners.access} = 'public')`

/** Its zone says whether the people of a commune are served; a service without one is looked at like its structure. */
const serves = (near: Place): SQL =>
  sql`case when ${services.zone} = '{}' then ${nearby(near)} else ${zoneHolds(services.zone, near)} end`

/** In its zone, or there. */
const ofEpci = (epci: string): SQL => sql`(${services.zone} @> array[${epci}]::text[]
  or coalesce(${services.communeCode}, ${structures.communeCode}) in ${communesOf(epci)})`

/** The conditions of a list, around the commune unless a département is asked; `but` leaves one out, to count what each of its choices would give. */
function conditions({ person, filters, near }: Asked, but?: Part): SQL | undefined {
  const { q, departement, kind, theme, stage, epci } = filters
  return and(
    listedFor(person),
    q === '' ? undefined : nameHas(services.searchName, q),
    departement === '' || but === 'departement' ? undefined : concerns(departement),
    near === undefined ? undefined : serves(near),
    epci === '' ? undefined : ofEpci(epci),
    kind === '' || but === 'kind' ? undefined : sql`${services.kinds} @> array[${kind}]::text[]`,
    theme === '' || but === 'theme' ? undefined : sql`${services.thematiques} @> array[${theme}]::text[]`,
    stage === '' || but === 'stage' ? undefined : sql`${services.stages} @> array[${stage}]::text[]`,
  )
}

const cardColumns = {
  id: contents.id,
  slug: contents.slug,
  title: contents.title,
  summary: contents.summary,
  kinds: services.kinds,
  cost: services.cost,
  modes: services.modes,
  structureTitle: sql<string>`case when ${ownerIsPublic} then ${owners.title} else '' end`,
  city: sql<string>`coalesce(nullif(${services.city}, ''), case when ${ownerIsPublic} then ${structures.city} else '' end)`,
  sourceDate: services.sourceDate,
  verifiedAt: services.verifiedAt,
  demo: services.demo,
}

/** Where it takes place: its own place, else that of a structure that anybody may know of. */
const latitude = sql`coalesce(${services.latitude}, case when ${ownerIsPublic} then ${structures.latitude} end)`
const longitude = sql`coalesce(${services.longitude}, case when ${ownerIsPublic} then ${structures.longitude} end)`

/** One page of services: those about creating first, then by name; or from the nearest when a commune is given. */
export function listServices(reader: Reader, asked: Asked) {
  const { near, filters } = asked
  const distance = near === undefined ? sql<null>`null::float8` : distanceTo(near, latitude, longitude)
  const zoned = near === undefined ? sql<boolean>`false` : zoneHolds(services.zone, near)
  const aboutCreation = sql`(${services.stages} <> '{}') desc`
  const order = near === undefined ? [aboutCreation] : [aboutCreation, sql`${distance} asc nulls last`]
  return reader
    .select({ ...cardColumns, distance, zoned })
    .from(services)
    .innerJoin(contents, eq(contents.id, services.contentId))
    .innerJoin(structures, eq(structures.contentId, services.structureId))
    .innerJoin(owners, eq(owners.id, services.structureId))
    .where(conditions(asked))
    .orderBy(...order, asc(services.searchName), asc(services.contentId))
    .limit(PAGE_SIZE)
    .offset((filters.page - 1) * PAGE_SIZE)
}

export type ServiceCardFacts = Awaited<ReturnType<typeof listServices>>[number]

export type Facets = { total: number; departements: Facet[]; kinds: Facet[]; themes: Facet[]; stages: Facet[] }

/** How many services there are, and how many each choice of each filter would give. One statement. */
export async function serviceFacets(reader: Reader, asked: Asked): Promise<Facets> {
  const from = sql`from ${services} join ${contents} on ${contents.id} = ${services.contentId}
    join ${structures} on ${structures.contentId} = ${services.structureId}`
  const each = (what: string, column: SQL, but: Part) => sql`
    union all select ${what}, code, count(*) ${from} cross join unnest(${column}) as code
      where ${conditions(asked, but)} group by 2`
  const { rows } = await reader.execute<{ what: string; code: string; count: string }>(sql`
    select 'total' as what, '' as code, count(*) as count ${from} where ${conditions(asked)}
    union all
    select 'departements', coalesce(${contentDepartements.departement}, ''), count(*) ${from}
      left join ${contentDepartements} on ${contentDepartements.contentId} = ${contents.id}
      where ${conditions(asked, 'departement')} group by 2
    ${each('kinds', sql`${services.kinds}`, 'kind')}
    ${each('themes', sql`${services.thematiques}`, 'theme')}
    ${each('stages', sql`${services.stages}`, 'stage')}`)
  const of = (wanted: string) =>
    rows.filter(({ what }) => what === wanted).map(({ code, count }) => ({ code, count: Number(count) }))
  return {
    total: of('total')[0]?.count ?? 0,
    departements: withWholeRegion(of('departements')),
    kinds: of('kinds'),
    themes: of('themes'),
    stages: of('stages'),
  }
}

/** A service with its structure and its rights; undefined when there is no such number. */
export async function findService(reader: Reader, id: number) {
  const [found] = await reader
    .select({
      id: contents.id,
      slug: contents.slug,
      title: contents.title,
      summary: contents.summary,
      presentation: contents.presentation,
      files: filesOfContent,
      service: services,
      structure: structures,
      owner: { id: owners.id, slug: owners.slug, title: owners.title, isPublic: sql<boolean>`${ownerIsPublic}` },
      rights: rightsColumns,
    })
    .from(services)
    .innerJoin(contents, eq(contents.id, services.contentId))
    .innerJoin(structures, eq(structures.contentId, services.structureId))
    .innerJoin(owners, eq(owners.id, services.structureId))
    .where(eq(services.contentId, id))
  if (found === undefined) return undefined
  const { structure, owner, ...service } = found
  return { ...service, owner: owner.isPublic ? { ...owner, structure } : undefined }
}

export type ServiceFacts = NonNullable<Awaited<ReturnType<typeof findService>>>

const MOST_ON_A_SHEET = 50

/** « Nos services »: those of a structure, in its own order. */
export function servicesOf(reader: Reader, person: Person, structureId: number) {
  return reader
    .select({
      id: contents.id,
      slug: contents.slug,
      title: contents.title,
      summary: contents.summary,
      kinds: services.kinds,
    })
    .from(services)
    .innerJoin(contents, eq(contents.id, services.contentId))
    .where(and(eq(services.structureId, structureId), services.listed, listedFor(person)))
    .orderBy(asc(services.rank), asc(services.searchName), asc(services.contentId))
    .limit(MOST_ON_A_SHEET)
}

export type ServiceLine = Awaited<ReturnType<typeof servicesOf>>[number]
