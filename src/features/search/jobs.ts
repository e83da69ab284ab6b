import type { Database } from '#platform/database/database.ts'
import { learnWords } from './word-actions.ts'

/** Once in a while: mistyped words are mended with those of the published texts. */
export const learnSearchWords = (database: Database): Promise<void> => learnWords(database)
