import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/database.ts'
import { searchWords } from './tables.ts'

/** Makes the table hold what `words` selects (word, count): only what differs is written. */
export async function saveWords(tx: Tx, words: SQL): Promise<void> {
  await tx.execute(sql`create temporary table said on commit drop as ${words}`)
  await tx.execute(
    sql`delete from ${searchWords} where not exists (select 1 from said where said.word = ${searchWords.word})`,
  )
  await tx.execute(sql`insert into ${searchWords} (word, count) select word, count from said order by word
    on conflict (word) do update set count = excluded.count where ${searchWords.count} <> excluded.count`)
}
