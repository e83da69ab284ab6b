import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'

/** A line of the list, as its words need it. */
export type NoticeToWord = { id: number; kind: string; about: Record<string, string | number> }

export type NoticeWords = { text: string; href: string }

/**
 * The words of some kinds of notices, by the rights of now: absent from the answer, a notice is not shown. One statement for
 * all that are given, whatever their number.
 */
export type NoticeTexts = {
  kinds: readonly string[]
  words(
    reader: Reader,
    notices: readonly NoticeToWord[],
    person: { id: number; now: Instant },
  ): Promise<ReadonlyMap<number, NoticeWords>>
}
