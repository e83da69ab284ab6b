import { nearNames, type Town, townsNamed } from '#features/search/word-queries.ts'
import { readTypedCommune } from '#features/territory/rules.ts'
import type { Reader } from '#platform/database/database.ts'

/** The communes whose name is near what was typed, « roane »: for the person to choose. */
export async function communesMeant(
  reader: Reader,
  typed: string,
): Promise<{ name: string; postalCodes: readonly string[] }[]> {
  const { name } = readTypedCommune(typed)
  if (name === '') return []
  const { towns } = await nearNames(reader, [], [name])
  const near = await townsNamed(reader, [...new Set(towns.map(({ word }) => word))])
  return near
    .toSorted((a: Town, b: Town) => b.population - a.population)
    .map(({ label, postalCodes }) => ({ name: label, postalCodes }))
}
