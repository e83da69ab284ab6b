import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { listedFor, rightsColumns, shownFilesOfContent } from '#features/contents/queries.ts'
import { contentDepartements, contents } from '#features/contents/tables.ts'
import { communesOf, isAcross } from '#features/territory/near-queries.ts'
import type { Place } from '#features/territory/rules.ts'
import { communes, departements } from '#features/territory/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { PAGE_SIZE, type StructureFilters } from './listing-rules.ts'
import { concerns, distanceTo, nameHas } from './sheet-queries.ts'
import { structures } from './tables.ts'

export type Asked = { person: Person; filters: StructureFilters; near: Place | undefined }
type Part = 'departement' | 'kind' | 'network'

/** What helps the people of a commune: whatever concerns their département, and what stands near, across its border. */
export const nearby = (near: Place): SQL =>
  sql`(${concerns(near.departement)} or ${isAcross(distanceTo(near, structures.latitude, structures.longitude))})`

/** The conditions of a list, around the commune unless a département is asked; `but` leaves one out, to count what each of its choices would give. */
function conditions({ person, filters, near }: Asked, but?: Part): SQL | undefined {
  const { q, departement, kind, network, epci } = filters
  const place = departement === '' ? near && nearby(near) : concerns(departement)
  return and(
    listedFor(person),
    q === '' ? undefined : nameHas(structures.searchName, q),
    but === 'departement' ? undefined : place,
    epci === '' ? undefined : sql`${structures.communeCode} in ${communesOf(epci)}`,
    kind === '' || but === 'kind' ? undefined : sql`${structures.kinds} @> array[${kind}]::text[]`,
    network === '' || but === 'network' ? undefined : sql`${structures.networks} @> array[${network}]::text[]`,
  )
}

const cardColumns = {
  id: contents.id,
  slug: contents.slug,
  title: contents.title,
  summary: contents.summary,
  kinds: structures.kinds,
  networks: structures.networks,
  city: structures.city,
  departement: structures.departementCode,
  sourceDate: structures.sourceDate,
  verifiedAt: structures.verifiedAt,
  demo: structures.demo,
}

/** Structures whose trade is creation come first. Written as the index `structures_listing` has it. */
const aboutCreation = sql`(${structures.kinds} && '{reseau-creation,financeur,chambre-consulaire,cooperative}'::text[])`

/**
 * One page of structures, by name; when a commune is given, those of the whole region that have no place of their own,
 * then from the nearest.
 */
export function listStructures(reader: Reader, asked: Asked) {
  const { near, filters } = asked
  const distance =
    near === undefined ? sql<null>`null::float8` : distanceTo(near, structures.latitude, structures.longitude)
  const order = near === undefined ? [sql`${aboutCreation} desc`] : [sql`${distance} asc nulls first`]
  return reader
    .select({ ...cardColumns, distance })
    .from(structures)
    .innerJoin(contents, eq(contents.id, structures.contentId))
    .where(conditions(asked))
    .orderBy(...order, asc(structures.searchName), asc(structures.contentId))
    .limit(PAGE_SIZE)
    .offset((filters.page - 1) * PAGE_SIZE)
}

export type StructureCardFacts = Awaited<ReturnType<typeof listStructures>>[number]

/** More than the region has: a map shows no more. */
export const MOST_POINTS = 2000

/** A whole list for its map, at most `MOST_POINTS`. One statement. */
export function structurePoints(reader: Reader, asked: Asked) {
  return reader
    .select({
      ...{ id: contents.id, slug: contents.slug, title: contents.title, city: structures.city },
      ...{ latitude: structures.latitude, longitude: structures.longitude },
    })
    .from(structures)
    .innerJoin(contents, eq(contents.id, structures.contentId))
    .where(conditions(asked))
    .orderBy(sql`${aboutCreation} desc`, asc(structures.searchName), asc(structures.contentId))
    .limit(MOST_POINTS)
}

export type Facets = { total: number; departements: Facet[]; kinds: Facet[]; networks: Facet[] }
export type Facet = { code: string; count: number }

/** How many structures there are, and how many each choice of each filter would give. One statement. */
export async function structureFacets(reader: Reader, asked: Asked): Promise<Facets> {
  const from = sql`from ${structures} join ${contents} on ${contents.id} = ${structures.contentId}`
  const { rows } = await reader.execute<{ what: string; code: string; count: string }>(sql`
    select 'total' as what, '' as code, count(*) as count ${from} where ${conditions(asked)}
    union all
    select 'departements', coalesce(${contentDepartements.departement}, ''), count(*) ${from}
      left join ${contentDepartements} on ${contentDepartements.contentId} = ${contents.id}
      where ${conditions(asked, 'departement')} group by 2
    union all
    select 'kinds', code, count(*) ${from} cross join unnest(${structures.kinds}) as code
      where ${conditions(asked, 'kind')} group by 2
    union all
    select 'networks', code, count(*) ${from} cross join unnest(${structures.networks}) as code
      where ${conditions(asked, 'network')} group by 2`)
  const of = (wanted: string) =>
    rows.filter(({ what }) => what === wanted).map(({ code, count }) => ({ code, count: Number(count) }))
  return {
    total: of('total')[0]?.count ?? 0,
    departements: withWholeRegion(of('departements')),
    kinds: of('kinds'),
    networks: of('networks'),
  }
}

/** What concerns the whole region (no code) is given by each département too. */
export function withWholeRegion(facets: readonly Facet[]): Facet[] {
  const everywhere = facets.find(({ code }) => code === '')?.count ?? 0
  return facets.filter(({ code }) => code !== '').map(({ code, count }) => ({ code, count: count + everywhere }))
}

/** A structure with its rights; undefined when there is no such number. `isKept`: what a feature above adds. */
export async function findStructure(reader: Reader, id: number, isKept: SQL<boolean>) {
  const [found] = await reader
    .select({
      id: contents.id,
      slug: contents.slug,
      title: contents.title,
      summary: contents.summary,
      presentation: contents.presentation,
      files: shownFilesOfContent,
      structure: structures,
      departementName: departements.name,
      communePoint: { latitude: communes.latitude, longitude: communes.longitude },
      rights: rightsColumns,
      isKept,
    })
    .from(structures)
    .innerJoin(contents, eq(contents.id, structures.contentId))
    .leftJoin(departements, eq(departements.code, structures.departementCode))
    .leftJoin(communes, eq(communes.code, structures.communeCode))
    .where(eq(structures.contentId, id))
  return found
}

export type StructureFacts = NonNullable<Awaited<ReturnType<typeof findStructure>>>

export type StructureName = { id: number; title: string; city: string }

/** Structures whose name has these words: for a professional to choose his own (ACC-1). */
export function structuresNamed(reader: Reader, typed: string, limit = 12): Promise<StructureName[]> {
  return reader
    .select({ id: contents.id, title: contents.title, city: structures.city })
    .from(structures)
    .innerJoin(contents, eq(contents.id, structures.contentId))
    .where(and(listedFor(undefined), nameHas(structures.searchName, typed)))
    .orderBy(asc(structures.searchName), asc(structures.contentId))
    .limit(limit)
}

/** The name of a published structure; undefined when there is none of that number. */
export async function structureName(reader: Reader, id: number): Promise<StructureName | undefined> {
  const [found] = await reader
    .select({ id: contents.id, title: contents.title, city: structures.city })
    .from(structures)
    .innerJoin(contents, eq(contents.id, structures.contentId))
    .where(and(eq(structures.contentId, id), listedFor(undefined)))
  return found
}

/** The structures that a person speaks for, by name: what a form offers to publish as. */
export async function structureChoices(
  reader: Reader,
  ids: readonly number[],
): Promise<{ value: string; text: string }[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .select({ id: contents.id, title: contents.title })
    .from(contents)
    .where(and(inArray(contents.id, [...ids]), eq(contents.kind, 'structure')))
    .orderBy(asc(contents.title))
  return rows.map(({ id, title }) => ({ value: String(id), text: title }))
}
