import type { SQL } from 'drizzle-orm'
import type { VNode } from 'preact'
import type { Reader as Person } from '#features/accounts/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ContentRights } from './access.ts'

/** The content that somebody reads, above the foot. */
export type ContentAtFoot = {
  id: number
  href: string
  rights: Pick<ContentRights, 'state' | 'access'>
  isKept?: boolean
}

/** What another feature shows at the foot of a content that this person reads. */
export type ContentFoot = {
  /** `href` is its page; `isKept`, when a page has read it with the rest. One statement at most, none in that case. */
  show(reader: Reader, content: ContentAtFoot, person: Person): Promise<VNode | null>
  /** Whether the person keeps the content that a statement reads in `contents`. */
  isKept(person: Person): SQL<boolean>
}
