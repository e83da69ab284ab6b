import { notify } from '#features/notifications/actions.ts'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { listAuthorsToTell, listJudgesOf } from './judge-queries.ts'
import type { Verb } from './moderation.ts'
import { findContentData } from './revision-queries.ts'

export type ModerationMail =
  | 'content-submitted'
  | 'content-published'
  | 'content-to-correct'
  | 'content-refused'
  | 'content-unpublished'
  | 'content-trashed'

/** The mail of each verb that sends one. */
export const MAIL_OF_VERB: Partial<Record<Verb, ModerationMail>> = {
  submit: 'content-submitted',
  publish: 'content-published',
  'ask-for-changes': 'content-to-correct',
  refuse: 'content-refused',
  unpublish: 'content-unpublished',
  trash: 'content-trashed',
}

type Told = {
  kind: ModerationMail
  contentId: number
  /** The number of the judgement or of the text that is the cause. */
  cause: number
  now: Instant
}

/** Tells the judges of a content that it waits, or its authors what was decided, in the transaction that does it. */
export async function tellIn(tx: Tx, { kind, contentId, cause, now }: Told): Promise<void> {
  const isForJudges = kind === 'content-submitted'
  const people = isForJudges
    ? await listJudgesOf(tx, (await findContentData(tx, contentId))?.departements ?? [])
    : await listAuthorsToTell(tx, contentId)
  const about: Record<string, number> = isForJudges
    ? { content: contentId, revision: cause }
    : { content: contentId, judgement: cause }
  const topic = isForJudges ? 'judging' : 'moderation'
  await notify(
    tx,
    people.map((person) => ({
      ...{ cause: `${kind}:${contentId}:${cause}`, kind, topic, person },
      about: { ...about, to: person.id },
      now,
    })),
  )
}
