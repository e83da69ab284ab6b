import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '#platform/database/database.ts'
import type { Double } from './double-rules.ts'
import { structures } from './tables.ts'

/** The sheets of a source by their numbers there: what an imported service is tied to. */
export async function structuresOfSource(
  reader: Reader,
  source: string,
  ids: readonly string[],
): Promise<Map<string, { id: number; departement: string | null }>> {
  const rows = await reader
    .select({ sourceId: structures.sourceId, id: structures.contentId, departement: structures.departementCode })
    .from(structures)
    .where(and(eq(structures.source, source), inArray(structures.sourceId, [...ids])))
  return new Map(rows.map(({ sourceId, ...found }) => [sourceId ?? '', found]))
}

/** A phone that more sheets share is a switchboard, not a double. */
const MOST_ALIKE = 10

/**
 * Sheets of different sources with the same phone or the same address, one of them from `sources`: proposed for merging,
 * never merged.
 */
export async function findDoubles(reader: Reader, sources: readonly string[], limit: number): Promise<Double[]> {
  if (sources.length === 0) return []
  const alike = (column: string, by: string) => sql`
    select a.content_id as one, b.content_id as other, ${by} as by
    from (select ${sql.raw(column)} as key from structures where ${sql.raw(column)} is not null
          group by 1 having count(*) between 2 and ${MOST_ALIKE} and count(distinct source) > 1) as shared
    join structures a on a.${sql.raw(column)} = shared.key
    join structures b on b.${sql.raw(column)} = shared.key and b.content_id > a.content_id
    where a.source is distinct from b.source and (a.source in ${sources} or b.source in ${sources})`
  const sheet = (table: string) =>
    sql.raw(`json_build_object('id', ${table}.content_id, 'title', c_${table}.title,
    'slug', c_${table}.slug, 'source', ${table}.source, 'licence', ${table}.licence)`)
  const { rows } = await reader.execute<Double>(sql`
    with pairs as (${alike('phone_key', 'phone')} union all ${alike('address_key', 'address')}),
         grouped as (select one, other, array_agg(by order by by desc) as by from pairs group by one, other)
    select grouped.by, ${sheet('x')} as one, ${sheet('y')} as other
    from grouped join structures x on x.content_id = one join structures y on y.content_id = other
    join contents c_x on c_x.id = one join contents c_y on c_y.id = other
    order by cardinality(grouped.by) desc, c_x.title, grouped.one, grouped.other limit ${limit}`)
  return rows
}
