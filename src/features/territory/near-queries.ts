import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { ACROSS } from './around.ts'
import { type Place, REGION } from './rules.ts'
import { communes } from './tables.ts'

/** Near enough for somebody to cross a border. */
export const isAcross = (kilometres: SQL): SQL => sql`${kilometres} <= ${ACROSS}`

/** Whether a zone of eligibility (codes of communes, EPCI, départements, regions, or `france`) holds the commune. */
export const zoneHolds = (zone: AnyPgColumn, place: Pick<Place, 'code' | 'departement' | 'epci'>): SQL<boolean> => {
  const codes = [place.code, place.epci?.code, place.departement, REGION, 'france'].filter((code) => code !== undefined)
  return sql<boolean>`${zone} && array[${sql.join(
    codes.map((code) => sql`${code}`),
    sql`, `,
  )}]::text[]`
}

/** The communes of an intercommunalité, by code: a list for `in`. */
export const communesOf = (epci: string): SQL =>
  sql`(select ${communes.code} from ${communes} where ${communes.epciCode} = ${epci})`
