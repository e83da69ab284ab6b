// « Je veux ouvrir une boulangerie à Roanne, je cherche un financement »: a need, an activity, a place. The place is told
// apart by search; what is understood is shown as answers, that one may change.
import { saidWords } from '#features/search/words.ts'
import { type Criteria, NO_CRITERIA } from './criteria.ts'
import { NEEDS, type Need, SIGNS, saysOneOf } from './needs.ts'
import { SIGNS_OF_SITUATIONS, SITUATIONS } from './situations.ts'

/** What a sentence says beside needs and projects: verbs of every question. */
const EMPTY =
  /^(je|j|veux|voudrais|souhaite|ouvrir|creer|monter|lancer|cherche|besoin|trouver|avoir|suis|projet|entreprise|activite|aide|aides|aider|mon|ma|une?|chez|comment|faire|devenir)$/

const MOST_WORDS = 3

/** `key`: the sentence as `searchKey` writes it, without its place. */
export function criteriaOfSentence(key: string): Criteria {
  const needs = NEEDS.filter((need) => saysOneOf(key, telling(need)))
  const situations = SITUATIONS.filter((situation) => saysOneOf(key, SIGNS_OF_SITUATIONS[situation].words))
  return { ...NO_CRITERIA, needs, situations, activity: activityIn(key, needs) }
}

/** « projet » or « idée » is in every sentence. */
const telling = (need: Need): readonly string[] =>
  SIGNS[need].words.filter((word) => !['projet', 'idee', 'information', 'accueil', 'salarie'].includes(word))

/** The words that are neither a need, nor a situation, nor a verb of every question. */
function activityIn(key: string, needs: readonly Need[]): string {
  const taken = [...needs.flatMap(telling), ...SITUATIONS.flatMap((one) => SIGNS_OF_SITUATIONS[one].words)]
  return saidWords(key)
    .filter((word) => word.length > 2 && !EMPTY.test(word) && !saysOneOf(word, taken))
    .slice(0, MOST_WORDS)
    .join(' ')
}
