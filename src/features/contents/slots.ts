import type { SQL } from 'drizzle-orm'
import type { VNode } from 'preact'
import type { Reader as Person } from '#features/accounts/actor.ts'
import type { Reader } from '#platform/database/database.ts'

/** What another feature shows at the foot of a content that this person reads. */
export type ContentFoot = {
  /** `href` is its page; `isKept`, when a page has read it with the rest. One statement at most, none in that case. */
  show(reader: Reader, content: { id: number; href: string; isKept?: boolean }, person: Person): Promise<VNode | null>
  /** Whether the person keeps the content that a statement reads in `contents`. */
  isKept(person: Person): SQL<boolean>
}
