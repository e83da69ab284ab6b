import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { filesOfContent, listedFor, rightsColumns } from '#features/contents/queries.ts'
import { contentDepartements, contentSectors, contents } from '#features/contents/tables.ts'
import { type Facet, withWholeRegion } from '#features/structures/queries.ts'
import { concerns, nameHas } from '#features/structures/sheet-queries.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { type ArticleFilters, PAGE_SIZE } from './listing-rules.ts'
import { articles } from './tables.ts'

type Asked = { person: Person; filters: ArticleFilters }
type Part = 'departement' | 'sector'

/** The conditions of a list; `but` leaves one out, to count what each of its choices would give. */
function conditions({ person, filters }: Asked, but?: Part): SQL | undefined {
  const { q, departement, sector } = filters
  return and(
    eq(contents.kind, 'article'),
    listedFor(person),
    q === '' ? undefined : nameHas(articles.searchName, q),
    departement === '' || but === 'departement' ? undefined : concerns(departement),
    sector === '' || but === 'sector' ? undefined : aboutSector(sector),
  )
}

const aboutSector = (sector: string) => sql`exists (select 1 from ${contentSectors}
  where ${contentSectors.contentId} = ${contents.id} and ${contentSectors.sector} = ${sector})`

const cardColumns = {
  id: contents.id,
  slug: contents.slug,
  title: contents.title,
  summary: contents.summary,
  access: contents.access,
  publishedAt: sql<Instant>`${contents.publishedAt}`.mapWith(contents.publishedAt),
  sourceDate: articles.sourceDate,
  demo: articles.demo,
}

/** One page of articles, newest first. */
export function listArticles(reader: Reader, asked: Asked) {
  return reader
    .select(cardColumns)
    .from(contents)
    .innerJoin(articles, eq(articles.contentId, contents.id))
    .where(conditions(asked))
    .orderBy(desc(contents.publishedAt), desc(contents.id))
    .limit(PAGE_SIZE)
    .offset((asked.filters.page - 1) * PAGE_SIZE)
}

export type ArticleCardFacts = Awaited<ReturnType<typeof listArticles>>[number]

/** The newest articles that this person may read: of one structure, or reserved to professionals, when asked. */
export function newestArticles(
  reader: Reader,
  person: Person,
  asked: { limit: number; structureId?: number; access?: 'public' | 'pro' },
) {
  const { limit, structureId, access } = asked
  return reader
    .select(cardColumns)
    .from(contents)
    .innerJoin(articles, eq(articles.contentId, contents.id))
    .where(
      and(
        eq(contents.kind, 'article'),
        listedFor(person),
        structureId === undefined ? undefined : eq(contents.structureId, structureId),
        access === undefined ? undefined : eq(contents.access, access),
      ),
    )
    .orderBy(desc(contents.publishedAt), desc(contents.id))
    .limit(limit)
}

/** What the feed says, which has no reader: public articles, newest first. */
export function feedArticles(reader: Reader, limit: number) {
  const publisher = sql<string>`coalesce((select publisher.title from ${contents} publisher
    where publisher.id = ${contents.structureId} and publisher.state = 'published' and publisher.access = 'public'),
    'Je crée dans ma région')`
  return reader
    .select({ ...cardColumns, author: publisher })
    .from(contents)
    .innerJoin(articles, eq(articles.contentId, contents.id))
    .where(and(eq(contents.kind, 'article'), listedFor(undefined)))
    .orderBy(desc(contents.publishedAt), desc(contents.id))
    .limit(limit)
}

export type ArticleFacets = { total: number; departements: Facet[]; sectors: Facet[] }

/** How many articles there are, and how many each choice of each filter would give. One statement. */
export async function articleFacets(reader: Reader, asked: Asked): Promise<ArticleFacets> {
  const from = sql`from ${contents} join ${articles} on ${articles.contentId} = ${contents.id}`
  const { rows } = await reader.execute<{ what: string; code: string; count: string }>(sql`
    select 'total' as what, '' as code, count(*) as count ${from} where ${conditions(asked)}
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
    departements: withWholeRegion(of('departements')),
    sectors: of('sectors'),
  }
}

/** All that the page of an article shows, whoever reads: access is decided on `rights`. */
export async function findArticle(reader: Reader, id: number) {
  const { title, slug, summary, presentation, presentationFormat, publishedAt, updatedAt } = contents
  const [found] = await reader
    .select({
      ...{ id: contents.id, slug, title, summary, presentation, presentationFormat, publishedAt, updatedAt },
      ...{ submittedAt: contents.submittedAt, reason: contents.reason, version: contents.version },
      rights: rightsColumns,
      sectors: sql<string[]>`array(select ${contentSectors.sector} from ${contentSectors}
        where ${eq(contentSectors.contentId, contents.id)} order by 1)`,
      publisher: sql<{ id: number; title: string; slug: string } | null>`(
        select json_build_object('id', publisher.id, 'title', publisher.title, 'slug', publisher.slug)
        from ${contents} publisher where publisher.id = ${contents.structureId} and publisher.state = 'published'
          and publisher.access = 'public')`,
      files: filesOfContent,
      article: articles,
    })
    .from(contents)
    .innerJoin(articles, eq(articles.contentId, contents.id))
    .where(eq(contents.id, id))
  return found
}

export type ArticleFacts = NonNullable<Awaited<ReturnType<typeof findArticle>>>
