import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { listedFor } from '#features/contents/queries.ts'
import { contents } from '#features/contents/tables.ts'
import { structures } from '#features/structures/tables.ts'
import type { Reader } from '#platform/database/database.ts'

/** A few structures whose work is to support creators: those that offer the most services first. One statement. */
export function structuresToMeet(reader: Reader, limit: number) {
  const services = sql<number>`(select count(*) from ${contents} service
    where service.structure_id = ${contents.id} and service.kind = 'service' and service.state = 'published')`
  return reader
    .select({
      id: contents.id,
      slug: contents.slug,
      title: contents.title,
      summary: contents.summary,
      city: structures.city,
      demo: structures.demo,
      regional: sql<boolean>`${structures.departementCode} is null`,
    })
    .from(structures)
    .innerJoin(contents, eq(contents.id, structures.contentId))
    .where(
      and(
        listedFor(undefined),
        sql`${structures.kinds} && array['reseau-creation', 'financeur', 'chambre-consulaire']`,
      ),
    )
    .orderBy(desc(services), asc(structures.searchName))
    .limit(limit)
}
