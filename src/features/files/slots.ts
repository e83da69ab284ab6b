import type { Reader as Person } from '#features/accounts/actor.ts'
import type { Reader } from '#platform/database/database.ts'

/** What shows files, and so decides with them who reads one. */
export type FileParents = {
  /** Whether a content that shows this file **now** may be read by this person. One statement. */
  mayReadOne(reader: Reader, fileId: number, person: Person): Promise<boolean>
  /** Among these files, those that any content, revision or draft still names: the others are swept in the end. */
  used(reader: Reader, fileIds: readonly number[]): Promise<ReadonlySet<number>>
  /** The tags of the kept pages that show this file now: out of date once it has smaller copies. One statement. */
  pagesOf(reader: Reader, fileId: number): Promise<readonly string[]>
}
