import type { Reader } from '#platform/database/database.ts'
import { type CommuneAnswer, resolveCommune } from './queries.ts'

type Commune = Extract<CommuneAnswer, { kind: 'one' }>['commune']

/**
 * The commune of an address; undefined outside of the region. « 69442 Lyon cedex 03 » is a postal code of companies only,
 * whose commune is found in its département.
 */
export async function findCommuneOf(
  reader: Reader,
  address: { postalCode: string; city: string; departement: string | undefined },
): Promise<Commune | undefined> {
  const { postalCode, city, departement } = address
  if (city === '') return undefined
  const exact = firstOf(await resolveCommune(reader, `${postalCode} ${city}`))
  if (exact !== undefined || departement === undefined) return exact
  return firstOf(await resolveCommune(reader, `${departement} ${city}`))
}

function firstOf(answer: CommuneAnswer): Commune | undefined {
  if (answer.kind === 'one') return answer.commune
  return answer.kind === 'several' ? answer.communes[0] : undefined
}
