import { accountNotices } from '#features/administration/block-notices.ts'
import { noteNotices } from '#features/canvas/block-notices.ts'
import { decisionNotices, requestNotices, waitingNotices } from '#features/contents/block-notices.ts'
import type { NoticeTexts } from '#features/notifications/slots.ts'
import { orientationNotices } from '#features/orientation/block-notices.ts'
import { authorisationNotices, commentNotices } from '#features/projects/block-notices.ts'
import { recommendationNotices } from '#features/recommendations/block-notices.ts'
import { reminderNotices } from '#features/registrations/block-notices.ts'
import { checkNotices } from '#features/services/block-notices.ts'
import { checkKey } from '#features/services/check-actions.ts'
import type { Parts } from '#platform/parts.ts'
import { KINDS } from './kinds.ts'

/** The words of the notices of every feature. */
export const noticesOf = ({ settings }: Pick<Parts, 'settings'>): readonly NoticeTexts[] => [
  commentNotices,
  authorisationNotices,
  noteNotices,
  recommendationNotices,
  orientationNotices,
  reminderNotices,
  checkNotices((seed) => checkKey(settings.SECRET, seed)),
  decisionNotices(KINDS),
  waitingNotices,
  requestNotices,
  accountNotices,
]
