import { addresses, contentPage, itemOf } from '#addresses'
import type { TimelineSource } from '#features/projects/slots.ts'
import { recommendationsTo } from './queries.ts'
import { KIND_ARTICLES } from './texts.ts'

/** What was recommended to the creator: all of it to himself, his own to an adviser. */
export const recommendationTimeline: TimelineSource = async (reader, { ownerId, viewer, standing, since, most }) => {
  if (standing === 'glass') return []
  const senderId = standing === 'owner' ? undefined : viewer.id
  const rows = await recommendationsTo(reader, { personId: ownerId, senderId, since, viewer, most })
  return rows.map(({ at, sender, kind, id, title, slug }) => ({
    ...{ at, kind: 'recommendation' as const },
    text: `${sender ?? 'Un professionnel'} a recommandé ${title === null ? KIND_ARTICLES[kind] : `« ${title} »`}`,
    href: slug === null ? addresses.mySpace.recommendations() : contentPage[kind]({ item: itemOf({ id, slug }) }),
  }))
}
