import { type CommuneAnswer, resolveCommune } from '#features/territory/queries.ts'
import { departementOfPostalCode, type Place } from '#features/territory/rules.ts'
import type { Reader } from '#platform/database/database.ts'

/** The commune of an address, and its département even when the commune is not of the region; undefined when unknown. */
export type Whereabouts = { commune: Place | undefined; departement: string | undefined }

/** « 69442 » and « Lyon cedex 03 »: a postal code of companies only, whose commune is found in its département. */
export async function findWhereabouts(reader: Reader, postalCode: string, city: string): Promise<Whereabouts> {
  const departement = departementOfPostalCode(postalCode)
  if (city === '') return { commune: undefined, departement }
  const exact = firstOf(await resolveCommune(reader, `${postalCode} ${city}`))
  const commune =
    exact ?? (departement === undefined ? undefined : firstOf(await resolveCommune(reader, `${departement} ${city}`)))
  return { commune, departement: commune?.departement ?? departement }
}

function firstOf(answer: CommuneAnswer): Place | undefined {
  if (answer.kind === 'one') return answer.commune
  return answer.kind === 'several' ? answer.communes[0] : undefined
}
