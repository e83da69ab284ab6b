import { nearNames, type Town, townsNamed } from '#features/search/word-queries.ts'
import type { Reader } from '#platform/database/database.ts'

/** The communes whose name is near « roane »: for the person to choose. */
export async function communesMeant(
  reader: Reader,
  name: string,
): Promise<{ name: string; postalCodes: readonly string[] }[]> {
  if (name === '') return []
  const { towns } = await nearNames(reader, [], [name])
  const near = await townsNamed(reader, [...new Set(towns.map(({ word }) => word))])
  return near
    .toSorted((a: Town, b: Town) => b.population - a.population)
    .map(({ label, postalCodes }) => ({ name: label, postalCodes }))
}
