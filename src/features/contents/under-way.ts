// EVT-4, EVT-6: what is to come on a content when somebody takes it offline. Nothing with dates to come is archived; people
// who stand on them are told, so whoever does it was asked with their number first.
import type { ContentState } from './access.ts'
import type { UnderWay } from './kinds.ts'
import type { Verb } from './moderation.ts'

export const NOTHING_UNDER_WAY: UnderWay = { dates: 0, people: 0 }

export type EndRefusal = 'dates-to-come' | 'people-to-tell'

/** These hide what is published: from another state they change nothing for the public. */
export const HIDING: readonly Verb[] = ['unpublish', 'archive', 'trash']

type Hiding = { verb: Verb; state: ContentState; underWay: UnderWay; confirmed: number }

/** `confirmed`: how many people whoever acts agreed to tell. */
export function decideEnd({ verb, state, underWay, confirmed }: Hiding): EndRefusal | 'nothing' | 'ends' {
  if (!HIDING.includes(verb)) return 'nothing'
  if (verb === 'archive' && state === 'published' && underWay.dates > 0) return 'dates-to-come'
  if (underWay.people > confirmed) return 'people-to-tell'
  return underWay.people > 0 || (state === 'published' && underWay.dates > 0) ? 'ends' : 'nothing'
}
