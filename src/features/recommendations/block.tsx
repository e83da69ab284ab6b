import { addresses } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { Reader as Person } from '#features/accounts/actor.ts'
import type { ContentAtFoot } from '#features/contents/slots.ts'
import { RecommendDialog } from './pages/recommend-dialog.tsx'

/** « Recommander » at the foot of a published content, for who contributes (REC-1). No statement. */
export function recommendAtFoot({ id, rights }: ContentAtFoot, person: Person, submission: string) {
  if (!mayContribute(person) || rights.state !== 'published') return null
  const action = addresses.contents.recommend({ content: id })
  return <RecommendDialog {...{ action, submission }} isPro={rights.access === 'pro'} />
}
