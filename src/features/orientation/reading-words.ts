// What is looked for among texts: the needs, in the words and synonyms of search; the activity adds weight.
import type { Idea } from '#features/search/idea.ts'
import { ideasOf } from '#features/search/words.ts'
import type { Criteria } from './criteria.ts'
import { SIGNS } from './needs.ts'
import { needsToRead } from './rules.ts'

/** Any of these words. */
export const neededWords = (criteria: Criteria): Idea =>
  needsToRead(criteria).flatMap((need) => [...ideasOf(SIGNS[need].read).flat(), ...SIGNS[need].read.split(' ')])

export const besideOf = ({ activity }: Criteria): string[] => ['entreprise', 'creation', ...ideasOf(activity).flat()]
