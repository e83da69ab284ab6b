import { and, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { listedFor } from '#features/contents/queries.ts'
import { contentDepartements, contentSectors, contents } from '#features/contents/tables.ts'
import { services } from '#features/services/tables.ts'
import { distanceTo } from '#features/structures/sheet-queries.ts'
import { structures } from '#features/structures/tables.ts'
import { zoneHolds } from '#features/territory/near-queries.ts'
import type { Reader } from '#platform/database/database.ts'
import { CREATION_KINDS } from './creation.ts'
import type { Criteria } from './criteria.ts'
import type { AskedPlace, Offer } from './facts.ts'
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

/** Without a département of its own, a content concerns the whole region. */
const concernsIt = (place: AskedPlace | undefined): SQL =>
  place === undefined
    ? sql`true`
    : sql`coalesce((select bool_or(${eq(contentDepartements.departement, place.departement)})
        from ${contentDepartements} where ${contentDepartements.contentId} = found.id), true)`

/** Of the few that are kept. */
const sectorsOfFound = sql`coalesce((select json_agg(${contentSectors.sector}) from ${contentSectors}
  where ${contentSectors.contentId} = found.id), '[]'::json)`

const shared = sql`'id', found.id, 'slug', found.slug, 'title', found.title, 'summary', found.summary, 'access', found.access, 'sectors', ${sectorsOfFound}, 'km', km,
  'serves', serves, 'publishedAt', found.published_at`

/**
 * Chosen among all on what is small, then looked at in that order until enough may be read; what a card says is read for
 * those that are kept.
 */
function serviceRows(search: Search): SQL {
  return sql`select json_build_object(${shared}, 'kind', 'service', 'kinds', sheet.kinds, 'themes', sheet.thematiques,
      'stages', sheet.stages, 'audiences', sheet.audiences, 'cost', sheet.cost, 'modes', sheet.modes, 'zoned', zoned,
      'concerns', ${concernsIt(search.place)}, 'structureTitle', case when ${ownerIsPublic} then ${owners.title} else '' end, 'demo', sheet.demo,
      'city', coalesce(nullif(sheet.city, ''), case when ${ownerIsPublic} then ${structures.city} else '' end)) as offer
    from (select * from (${rankedServices(search)}) found, lateral (
        select ${contents.slug}, ${contents.title}, ${contents.summary}, ${contents.access}, ${contents.publishedAt}
        from ${contents} where ${contents.id} = found.id and ${listedFor(search.person)} limit 1) read
      ${reached(search.place)}
      order by ${inLine(search)} limit ${MOST}::int) found
    join ${services} sheet on sheet.content_id = found.id
    join ${structures} on ${structures.contentId} = sheet.structure_id
    join ${contents} ${owners} on ${owners.id} = sheet.structure_id`
}

/** Said twice, word for word: PostgreSQL then sorts once. What is the same for all would hide that from it. */
const inLine = ({ place }: Pick<Search, 'place'>): SQL =>
  sql`needed desc, staged desc, ${place ? sql`km nulls first,` : sql``} id`

/** In the order that they are read in: sorted here, no content is looked at beyond the bound. */
function rankedServices({ criteria, place }: Search): SQL {
  const kinds = textArray(wanted(criteria, 'services'))
  const themes = textArray(wanted(criteria, 'themes'))
  const needed = sql`(${services.kinds} && ${kinds} or ${services.thematiques} && ${themes})`
  const { latitude, longitude } = structures
  return sql`select ${services.contentId} as id, ${needed} as needed,
      ${criteria.stage ?? ''} = any(${services.stages}) as staged, ${services.modes},
      ${place ? distanceTo(place, latitude, longitude) : sql`null::float8`} as km, ${services.zone} <> '{}' as zoned,
      ${place ? zoneHolds(services.zone, place) : sql`true`} as serves
    from ${services}
    ${place ? sql`join ${structures} on ${eq(structures.contentId, services.structureId)}` : sql``}
    where (${services.stages} <> '{}' or ${needed})
    order by ${inLine({ place })}`
}

/** Looked at in line as well: what is near comes first, and needs no look at its départements. */
const reached = (place: AskedPlace | undefined): SQL =>
  place
    ? sql`where case when zoned then serves
        else coalesce(km <= ${FAR}, false) or modes = '{a-distance}' or ${concernsIt(place)} end`
    : sql``

function structureRows({ person, criteria, place }: Search): SQL {
  const kinds = textArray([...CREATION_KINDS, ...wanted(criteria, 'structures'), ...kindsOfSituations(criteria)])
  const { latitude, longitude } = structures
  return sql`select json_build_object(${shared}, 'kind', 'structure', 'kinds', kinds, 'themes', '[]'::json,
      'stages', '[]'::json, 'audiences', audiences, 'city', city, 'demo', demo, 'cost', null, 'modes', '[]'::json, 'zoned', false,
      'concerns', ${concernsIt(place)}, 'structureTitle', '')
    from (select * from (select ${contents.id}, ${contents.slug}, ${contents.title}, ${contents.summary}, ${contents.access},
        ${contents.publishedAt}, ${structures.demo}, ${structures.kinds}, ${structures.audiences},
        ${structures.city}, ${place ? distanceTo(place, latitude, longitude) : sql`null::float8`} as km, true as serves
      from ${structures} join ${contents} on ${eq(contents.id, structures.contentId)}
      where ${and(listedFor(person), sql`${structures.kinds} && ${kinds}`)}) found
    where ${place ? sql`coalesce(km <= ${FAR}, false) or ${concernsIt(place)}` : sql`true`}
    order by (kinds && ${textArray(wanted(criteria, 'structures'))}) desc, km nulls first, id limit ${MOST}::int) found`
}

const wanted = ({ needs }: Criteria, what: 'services' | 'themes' | 'structures'): string[] =>
  needs.flatMap((need) => [...(SIGNS[need][what] ?? [])])

const kindsOfSituations = ({ situations }: Criteria): string[] =>
  situations.flatMap((situation) => [...(SIGNS_OF_SITUATIONS[situation].structures ?? [])])
