// EVT-1: an event is public at once when its author saves it; its own button keeps it as a draft until then. What was
// published stays so: nothing that people may have registered for is hidden by a click.
import type { ContentState } from '#features/contents/access.ts'
import { GESTURES } from './date-gestures.ts'

/** The state after a save; `present` is undefined for a new event. */
export function stateAfter(present: ContentState | undefined, gesture: string): ContentState {
  if (present !== undefined && present !== 'draft') return present
  return gesture === GESTURES.draft ? 'draft' : 'published'
}
