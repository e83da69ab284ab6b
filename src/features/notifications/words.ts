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

/** The words of each notice, those left out that have none. */
export const wordEach = (
  notices: readonly NoticeToWord[],
  word: (notice: NoticeToWord) => NoticeWords | undefined,
): ReadonlyMap<number, NoticeWords> =>
  new Map(
    notices.flatMap((notice) => {
      const words = word(notice)
      return words === undefined ? [] : [[notice.id, words] as const]
    }),
  )

/** The numbers that these notices are about, under that name. */
export const numbersOf = (notices: readonly NoticeToWord[], name: string): number[] =>
  notices.map(({ about }) => Number(about[name]))
