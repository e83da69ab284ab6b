// EVT-1: an event is public at once when its author saves it; its own button keeps it as a draft until then. What was
// published stays so: nothing that people may have registered for is hidden by a click.
import type { ContentState } from '#features/contents/access.ts'
import { GESTURES } from './date-gestures.ts'

/** The state after a save; `present` is undefined for a new event. */
export function stateAfter(present: ContentState | undefined, gesture: string): ContentState {
  if (present !== undefined && present !== 'draft') return present
  return gesture === GESTURES.draft ? 'draft' : 'published'
}

export type Address = { street: string; postalCode: string; city: string }

/** What was located, in one text: a position holds for the address it was found from. */
export const addressKey = ({ street, postalCode, city }: Address): string =>
  [street, postalCode, city].map((part) => part.replace(/\s+/g, ' ').trim()).join('|')
