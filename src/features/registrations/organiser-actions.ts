import { audit } from '#features/audit/actions.ts'
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import { type Database, type Tx, transact } from '#platform/database/database.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { sendMails } from '#platform/mail/outbox.ts'
import { once, type Submission } from '#platform/submissions/once.ts'
import { mailTo } from './announcements.ts'
import { endIn } from './end-actions.ts'
import { pageTags, recipientsOf } from './queries.ts'
import type { ListKind } from './rules.ts'
import { findOnList, insertMessage, lockList } from './store.ts'

export type RemovedByOrganiser = { kind: 'cancelled' } | Refused<'unknown' | 'not-registered' | 'date-begun'>

/** The organiser takes someone off a list; the person is told by whom, the place goes to the first who waits. */
export function cancelByOrganiser(
  database: Database,
  of: { listId: number; registrationId: number },
  by: number,
  now: Instant,
): Promise<RemovedByOrganiser> {
  return transact(database, async (tx): Promise<RemovedByOrganiser> => {
    const list = await lockList(tx, of.listId)
    const registration = list && (await findOnList(tx, list.id, of.registrationId))
    if (list === undefined || registration === undefined) return refused('unknown')
    const done = await endIn(tx, { list, registration }, { verb: 'registration-removed', actorId: by }, now)
    if (done.kind !== 'refused') await dropPages(tx, await pageTags(tx, list.dateId))
    return done
  })
}

export type MessageToRegistrants = {
  dateId: number
  kinds: readonly ListKind[]
  subject: string
  body: string
  authorId: number
}

export type MessageSent = { kind: 'sent' | 'sent-before'; messageId: number } | Refused<'nobody'>

/** Writes to everyone who comes on a date (REG-8), each address once; the text is kept as it was sent. */
export async function messageRegistrants(
  database: Database,
  message: MessageToRegistrants,
  submission: Submission,
): Promise<MessageSent> {
  const work = (tx: Tx) => messageIn(tx, message, submission.now)
  const done = await once(database, submission, work, (id) => (id === undefined ? undefined : String(id)))
  if (done.kind === 'already') return { kind: 'sent-before', messageId: Number(done.location) }
  return done.value === undefined ? refused('nobody') : { kind: 'sent', messageId: done.value }
}

async function messageIn(tx: Tx, message: MessageToRegistrants, now: Instant): Promise<number | undefined> {
  const { dateId, kinds, subject, body, authorId } = message
  const recipients = await recipientsOf(tx, dateId, kinds)
  if (recipients.length === 0) return undefined
  const row = { dateId, authorId, subject, body, createdAt: now, recipients: recipients.length }
  const id = await insertMessage(tx, row)
  const details = { rows: recipients.length, message: id }
  await audit(tx, { actorId: authorId, verb: 'registrants-messaged', object: `date:${dateId}`, details, now })
  await sendMails(
    tx,
    recipients.map((person) => {
      const mail = mailTo('registration-message', person, now, `:${id}`)
      return { ...mail, about: { ...mail.about, message: id }, bulk: true }
    }),
  )
  return id
}
