import { noteNotices } from '#features/canvas/block-notices.ts'
import type { NoticeTexts } from '#features/notifications/slots.ts'
import { authorisationNotices, commentNotices } from '#features/projects/block-notices.ts'
import { recommendationNotices } from '#features/recommendations/block-notices.ts'

/** The words of the notices of every feature. */
export const NOTICES: readonly NoticeTexts[] = [
  commentNotices,
  authorisationNotices,
  noteNotices,
  recommendationNotices,
]
