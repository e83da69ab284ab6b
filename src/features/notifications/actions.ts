import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { sendMails } from '#platform/mail/outbox.ts'
import type { Topic } from './rules.ts'
import { insertNotifications } from './store.ts'

/** Something that a person with an account is told. */
export type Notice = {
  /** Unique for the person, `project-commented:12`: the same cause tells once, and mails once. */
  cause: string
  /** Which mail and which words. */
  kind: string
  topic: Topic
  person: { id: number; email: string }
  /** Identifiers that words and mail are made from when they are read; never a text. */
  about: Record<string, string | number>
  now: Instant
  bulk?: boolean
}

const NOTICES_OF_A_STATEMENT = 1000

/**
 * Tells people, in the transaction of what happened: a line of their list, and the mail of the same cause, which asks their
 * preference when it leaves. Two statements up to a thousand.
 */
export async function notify(tx: Tx, notices: readonly Notice[]): Promise<void> {
  for (let from = 0; from < notices.length; from += NOTICES_OF_A_STATEMENT) {
    const some = notices.slice(from, from + NOTICES_OF_A_STATEMENT)
    await insertNotifications(tx, some.map(rowOf))
    await sendMails(tx, some.map(mailOf))
  }
}

const rowOf = ({ cause, kind, topic, person, about, now }: Notice) => ({
  ...{ personId: person.id, cause, kind, topic, about },
  createdAt: now,
})

const mailOf = ({ cause, kind, person, about, now, bulk = false }: Notice) => ({
  ...{ cause, kind, about, now, bulk },
  recipient: person.email,
  personId: person.id,
})
