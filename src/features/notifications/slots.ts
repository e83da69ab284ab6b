import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'

/** « Ne plus recevoir » of an address without account, as the mails to it know it. */
export type StrangerStop = {
  /** Of the link. */
  keyOf(emailKey: string): string
  isStopped(reader: Reader, emailKey: string): Promise<boolean>
}

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
