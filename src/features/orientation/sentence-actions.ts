import { choosePlace, phrasesOf, withoutPhrase } from '#features/search/place-words.ts'
import { townsNamed } from '#features/search/word-queries.ts'
import { searchKey } from '#features/search/words.ts'
import { communeLabel } from '#features/territory/rules.ts'
import type { Reader } from '#platform/database/database.ts'
import type { Criteria } from './criteria.ts'
import { criteriaOfSentence } from './sentence.ts'

/** The criteria that a free sentence says. One statement. */
export async function understandSentence(reader: Reader, typed: string): Promise<Criteria> {
  const key = searchKey(typed)
  const phrases = phrasesOf(key)
  const towns = phrases.length === 0 ? [] : await townsNamed(reader, [...new Set(phrases.map(({ name }) => name))])
  const chosen = choosePlace(phrases, towns)
  if (chosen === undefined) return criteriaOfSentence(key)
  const { label: name, postalCodes } = chosen.place
  return { ...criteriaOfSentence(withoutPhrase(key, chosen.phrase)), commune: communeLabel({ name, postalCodes }) }
}
