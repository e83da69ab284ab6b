import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { filesOfContent, listedFor, rightsColumns } from '#features/contents/queries.ts'
import { contentDepartements, contentFiles, contentSectors, contents } from '#features/contents/tables.ts'
import { type Facet, withWholeRegion } from '#features/structures/queries.ts'
import { concerns, nameHas } from '#features/structures/sheet-queries.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { PAGE_SIZE, type ResourceFilters } from './listing-rules.ts'
import { resources } from './tables.ts'

type Asked = { person: Person; filters: ResourceFilters }
type Part = 'kind' | 'departement' | 'sector'

/** The conditions of a list; `but` leaves one out, to count what each of its choices would give. */
function conditions({ person, filters }: Asked, but?: Part): SQL | undefined {
  const { q, kind, departement, sector } = filters
  return and(
    eq(contents.kind, 'resource'),
    listedFor(person),
    q === '' ? undefined : nameHas(resources.searchName, q),
    kind === '' || but === 'kind' ? undefined : eq(resources.kind, kind),
    departement === '' || but === 'departement' ? undefined : concerns(departement),
    sector === '' || but === 'sector' ? undefined : aboutSector(sector),
  )
}

const aboutSector = (sector: string) => sql`exists (select 1 from ${contentSectors}
  where ${contentSectors.contentId} = ${contents.id} and ${contentSectors.sector} = ${sector})`

/** The file of a resource, null for a link. */
const mediaId = sql<number | null>`(select ${contentFiles.fileId} from ${contentFiles}
  where ${eq(contentFiles.contentId, contents.id)} and ${contentFiles.role} = 'media' limit 1)`.mapWith((id) =>
  id === null ? null : Number(id),
)

const cardColumns = {
  id: contents.id,
  slug: contents.slug,
  title: contents.title,
  summary: contents.summary,
  access: contents.access,
  readers: contents.readers,
  publishedAt: sql<Instant>`${contents.publishedAt}`.mapWith(contents.publishedAt),
  kind: resources.kind,
  link: resources.link,
  sourceDate: resources.sourceDate,
  demo: resources.demo,
  mediaId,
}

/** One page of the « base ressource », newest first, those of one day by name. */
export function listResources(reader: Reader, asked: Asked) {
  return reader
    .select(cardColumns)
    .from(contents)
    .innerJoin(resources, eq(resources.contentId, contents.id))
    .where(conditions(asked))
    .orderBy(desc(contents.publishedAt), asc(resources.searchName), asc(contents.id))
    .limit(PAGE_SIZE)
    .offset((asked.filters.page - 1) * PAGE_SIZE)
}

export type ResourceCardFacts = Awaited<ReturnType<typeof listResources>>[number]

/** The newest private resources that this person may read. */
export function newestPrivateResources(reader: Reader, person: Person, limit: number) {
  return reader
    .select(cardColumns)
    .from(contents)
    .innerJoin(resources, eq(resources.contentId, contents.id))
    .where(and(eq(contents.kind, 'resource'), eq(contents.access, 'pro'), listedFor(person)))
    .orderBy(desc(contents.publishedAt), desc(contents.id))
    .limit(limit)
}

export type ResourceFacets = { total: number; kinds: Facet[]; departements: Facet[]; sectors: Facet[] }

/** How many resources there are, and how many each choice of each filter would give. One statement. */
export async function resourceFacets(reader: Reader, asked: Asked): Promise<ResourceFacets> {
  const from = sql`from ${contents} join ${resources} on ${resources.contentId} = ${contents.id}`
  const { rows } = await reader.execute<{ what: string; code: string; count: string }>(sql`
    select 'total' as what, '' as code, count(*) as count ${from} where ${conditions(asked)}
    union all
    select 'kinds', ${resources.kind}, count(*) ${from} where ${conditions(asked, 'kind')} group by 2
    union all
    select 'departements', coalesce(${contentDepartements.departement}, ''), count(*) ${from}
      left join ${contentDepartements} on ${contentDepartements.contentId} = ${contents.id}
      where ${conditions(asked, 'departement')} group by 2
    union all
    select 'sectors', ${contentSectors.sector}, count(*) ${from}
      join ${contentSectors} on ${contentSectors.contentId} = ${contents.id}
      where ${conditions(asked, 'sector')} group by 2`)
  const of = (wanted: string) =>
    rows.filter(({ what }) => what === wanted).map(({ code, count }) => ({ code, count: Number(count) }))
  return {
    total: of('total')[0]?.count ?? 0,
    kinds: of('kinds'),
    departements: withWholeRegion(of('departements')),
    sectors: of('sectors'),
  }
}

/** All that the page of a resource shows, whoever reads: access is decided on `rights`. */
export async function findResource(reader: Reader, id: number) {
  const { title, slug, summary, version, publishedAt, updatedAt, submittedAt, reason } = contents
  const [found] = await reader
    .select({
      ...{ id: contents.id, slug, title, summary, version, publishedAt, updatedAt, submittedAt, reason },
      files: filesOfContent,
      rights: rightsColumns,
      sectors: sql<string[]>`array(select ${contentSectors.sector} from ${contentSectors}
        where ${eq(contentSectors.contentId, contents.id)} order by 1)`,
      publisher: sql<{ id: number; title: string; slug: string } | null>`(
        select json_build_object('id', publisher.id, 'title', publisher.title, 'slug', publisher.slug)
        from ${contents} publisher where publisher.id = ${contents.structureId} and publisher.state = 'published'
          and publisher.access = 'public')`,
      resource: resources,
    })
    .from(contents)
    .innerJoin(resources, eq(resources.contentId, contents.id))
    .where(eq(contents.id, id))
  return found
}

export type ResourceFacts = NonNullable<Awaited<ReturnType<typeof findResource>>>
