import { type Database, transact } from '#platform/database/database.ts'
import { publicWords } from './word-queries.ts'
import { saveWords } from './word-store.ts'

/** Learns the words of what anybody may read, and forgets those that are no longer there. */
export const learnWords = (database: Database): Promise<void> => transact(database, (tx) => saveWords(tx, publicWords))
