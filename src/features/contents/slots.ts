import type { VNode } from 'preact'
import type { Reader as Person } from '#features/accounts/actor.ts'
import type { Reader } from '#platform/database/database.ts'

/** What another feature shows at the foot of a content that this person reads; `href` is its page. One statement at most. */
export type ContentFoot = (
  reader: Reader,
  content: { id: number; href: string },
  person: Person,
) => Promise<VNode | null>
