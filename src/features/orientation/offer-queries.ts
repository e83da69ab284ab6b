import { and, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { listedFor } from '#features/contents/queries.ts'
import { contentSectors, contents } from '#features/contents/tables.ts'
import { searchEntries } from '#features/search/tables.ts'
import { services } from '#features/services/tables.ts'
import { distanceTo } from '#features/structures/sheet-queries.ts'
import { structures } from '#features/structures/tables.ts'
import { communes, departements } from '#features/territory/tables.ts'
import type { Reader } from '#platform/database/database.ts'
import { CREATION_KINDS } from './creation.ts'
import type { Criteria } from './criteria.ts'
import type { Offer } from './facts.ts'
import { SIGNS } from './needs.ts'
import type { Asked } from './rules.ts'
import { SIGNS_OF_SITUATIONS } from './situations.ts'
import { FAR } from './weights.ts'

/** How many of each kind are weighed at most. */
const MOST = 250

export type OfferFound = Offer & {
  slug: string
  access: 'public' | 'pro'
  city: string
  /** Of a service, when anybody may know of it. */
  structureTitle: string
  demo: boolean
  publishedAt: string
}

type Search = Asked & { person: Person }

/**
 * Services and structures that may answer: what the rules would refuse for its place is left out here, so that the bound
 * keeps what is near. One statement.
 */
export async function offersFor(reader: Reader, search: Search): Promise<OfferFound[]> {
  const { rows } = await reader.execute<{ offer: OfferFound }>(sql`
    (${serviceRows(search)}) union all (${structureRows(search)})`)
  return rows.map(({ offer }) => offer)
}

const owners = alias(contents, 'owners')
const ownerIsPublic = sql`(${owners.state} = 'published' and ${owners.access} = 'public')`

const textArray = (texts: readonly string[]): SQL =>
  texts.length === 0
    ? sql`'{}'::text[]`
    : sql`array[${sql.join(
        texts.map((text) => sql`${text}`),
        sql`, `,
      )}]::text[]`

/** Every code that an eligibility zone may have for the commune. */
const zoneCodes = ({ code }: { code: string }): SQL => sql`(
  select array[${communes.code}, ${communes.epciCode}, ${communes.departementCode}, ${departements.regionCode}, 'france']
  from ${communes} join ${departements} on ${eq(departements.code, communes.departementCode)}
  where ${eq(communes.code, code)})`

/** By the facets of the index of search, which bear the départements of every content that is published. */
const concernsIt = ({ departement }: { departement: string }): SQL =>
  sql`coalesce(${searchEntries.facets} && ${textArray([`departement:${departement}`, 'departement:*'])}, true)`

const indexed = sql`left join ${searchEntries} on ${eq(searchEntries.contentId, contents.id)}`

/** Of the few that are kept. */
const sectorsOfFound = sql`coalesce((select json_agg(${contentSectors.sector}) from ${contentSectors}
  where ${contentSectors.contentId} = found.id), '[]'::json)`

const shared = sql`'id', id, 'slug', slug, 'title', title, 'summary', summary, 'access', access, 'sectors', ${sectorsOfFound}, 'km', km,
  'city', city, 'serves', serves, 'concerns', concerns, 'demo', demo, 'publishedAt', published_at`

function serviceRows({ person, criteria, place }: Search): SQL {
  const { latitude, longitude } = structures
  const isTopic = sql`(${services.stages} <> '{}' or ${services.kinds} && ${textArray(wanted(criteria, 'services'))}
    or ${services.thematiques} && ${textArray(wanted(criteria, 'themes'))})`
  return sql`select json_build_object(${shared}, 'kind', 'service', 'kinds', kinds, 'themes', themes, 'stages', stages,
      'audiences', audiences, 'cost', cost, 'modes', modes, 'zoned', zoned, 'structureTitle', structure_title) as offer
    from (select * from (select ${contents.id}, ${contents.slug}, ${contents.title}, ${contents.summary}, ${contents.access},
        ${contents.publishedAt}, ${services.demo}, ${services.kinds},
        ${services.thematiques} as themes, ${services.stages}, ${services.audiences}, ${services.cost}, ${services.modes},
        coalesce(nullif(${services.city}, ''), case when ${ownerIsPublic} then ${structures.city} else '' end) as city,
        case when ${ownerIsPublic} then ${owners.title} else '' end as structure_title,
        ${place ? distanceTo(place, latitude, longitude) : sql`null::float8`} as km,
        ${services.zone} <> '{}' as zoned,
        ${place ? sql`${services.zone} && ${zoneCodes(place)}` : sql`true`} as serves,
        ${place ? concernsIt(place) : sql`true`} as concerns
      from ${services}
      join ${contents} on ${eq(contents.id, services.contentId)}
      join ${structures} on ${eq(structures.contentId, services.structureId)}
      join ${contents} ${owners} on ${eq(owners.id, services.structureId)}
      ${indexed}
      where ${and(listedFor(person), isTopic)}) every
    where ${reaches(
      sql`case when zoned then serves else
      concerns or coalesce(km <= ${FAR}, false) or modes = '{a-distance}' end`,
      place,
    )}
    order by (kinds && ${textArray(wanted(criteria, 'services'))} or themes && ${textArray(wanted(criteria, 'themes'))}) desc,
      ${criteria.stage ? sql`(${criteria.stage} = any(stages)) desc,` : sql``} km nulls first, id limit ${MOST}::int) found`
}

function structureRows({ person, criteria, place }: Search): SQL {
  const kinds = textArray([...CREATION_KINDS, ...wanted(criteria, 'structures'), ...kindsOfSituations(criteria)])
  const { latitude, longitude } = structures
  return sql`select json_build_object(${shared}, 'kind', 'structure', 'kinds', kinds, 'themes', '[]'::json,
      'stages', '[]'::json, 'audiences', audiences, 'cost', null, 'modes', '[]'::json, 'zoned', false,
      'structureTitle', '')
    from (select * from (select ${contents.id}, ${contents.slug}, ${contents.title}, ${contents.summary}, ${contents.access},
        ${contents.publishedAt}, ${structures.demo}, ${structures.kinds}, ${structures.audiences},
        ${structures.city}, ${place ? distanceTo(place, latitude, longitude) : sql`null::float8`} as km, true as serves,
        ${place ? concernsIt(place) : sql`true`} as concerns
      from ${structures} join ${contents} on ${eq(contents.id, structures.contentId)}
      ${indexed}
      where ${and(listedFor(person), sql`${structures.kinds} && ${kinds}`)}) every
    where ${reaches(sql`concerns or coalesce(km <= ${FAR}, false)`, place)}
    order by (kinds && ${textArray(wanted(criteria, 'structures'))}) desc, km nulls first, id limit ${MOST}::int) found`
}

const reaches = (condition: SQL, place: unknown): SQL => (place === undefined ? sql`true` : condition)

const wanted = ({ needs }: Criteria, what: 'services' | 'themes' | 'structures'): string[] =>
  needs.flatMap((need) => [...(SIGNS[need][what] ?? [])])

const kindsOfSituations = ({ situations }: Criteria): string[] =>
  situations.flatMap((situation) => [...(SIGNS_OF_SITUATIONS[situation].structures ?? [])])
