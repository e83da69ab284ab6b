import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { NoticeTexts, NoticeToWord, NoticeWords } from './slots.ts'

/** Asks each feature for the words of its kinds of notices, once. */
export const wordsOf =
  (texts: readonly NoticeTexts[]): NoticeTexts['words'] =>
  async (reader, notices, person) => {
    const words = new Map<number, NoticeWords>()
    for (const { kinds, words: read } of texts) {
      const own = notices.filter(({ kind }: NoticeToWord) => kinds.includes(kind))
      if (own.length === 0) continue
      for (const [id, found] of await read(reader, own, person)) words.set(id, found)
    }
    return words
  }

/** How notices of some kinds are worded, each about one row. */
export type NoticesAbout<Row> = {
  kinds: readonly string[]
  /** The name, in what a notice is about, of the number of its row. */
  about: string
  /** Of the rows of these numbers, those of which this person may be told now. */
  find(reader: Reader, ids: readonly number[], person: { id: number; now: Instant }): Promise<readonly Row[]>
  numberOf(row: Row): number
  /** Undefined: no longer true, the notice is not shown. */
  word(row: Row, notice: NoticeToWord, now: Instant): NoticeWords | undefined
}

/** Notices whose row is not found have no words. */
export function noticesAbout<Row>({ kinds, about: name, find, numberOf, word }: NoticesAbout<Row>): NoticeTexts {
  const rowOf = ({ about }: NoticeToWord) => Number(about[name])
  return {
    kinds,
    async words(reader, notices, person) {
      const rows = await find(reader, notices.map(rowOf), person)
      const found = new Map(rows.map((row) => [numberOf(row), row]))
      return new Map(
        notices.flatMap((notice) => {
          const row = found.get(rowOf(notice))
          const words = row && word(row, notice, person.now)
          return words === undefined ? [] : [[notice.id, words] as const]
        }),
      )
    },
  }
}
