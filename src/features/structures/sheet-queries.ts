import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { contentDepartements, contents } from '#features/contents/tables.ts'
import type { Point } from '#features/territory/rules.ts'
import { fold, likeText } from '#kernel/fold'

/** The content concerns this département, or the whole region. */
export const concerns = (departement: string) => sql`(
  exists (select 1 from ${contentDepartements}
    where ${contentDepartements.contentId} = ${contents.id} and ${contentDepartements.departement} = ${departement})
  or not exists (select 1 from ${contentDepartements} where ${contentDepartements.contentId} = ${contents.id}))`

/** Every word of `typed` is somewhere in the name. */
export function nameHas(searchName: AnyPgColumn, typed: string) {
  const words = fold(typed)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return sql`true`
  return sql.join(
    words.slice(0, 8).map((word) => sql`${searchName} like ${`%${likeText(word)}%`}`),
    sql` and `,
  )
}

type Column = AnyPgColumn | SQL

/** Kilometres to a place, good enough to sort by within a region; null without a position. */
export const distanceTo = (place: Point, latitude: Column, longitude: Column) => sql<number | null>`
  sqrt(power((${latitude} - ${place.latitude}) * 111.2, 2)
    + power((${longitude} - ${place.longitude}) * ${111.2 * Math.cos((place.latitude * Math.PI) / 180)}, 2))`
