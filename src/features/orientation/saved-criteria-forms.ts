import type { Instant } from '#kernel/time'
import { Fields } from '#platform/http/fields.ts'
import { readCriteria } from './criteria-forms.ts'

/** What a saved orientation asks; a day that is past since then no longer counts. */
export const readSavedCriteria = (criteria: string, now: Instant) => readCriteria(new Fields(criteria), now)
