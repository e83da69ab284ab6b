import { type Column, sql } from 'drizzle-orm'
import { mails } from './tables.ts'

/** Why a mail was not sent by itself: its person wants one a day. */
export const LEFT_TO_THE_DAY = 'in the mail of the day'

/**
 * As a part of a statement: the mail of this cause to this person was due, and left to the mail of the day. One that was sent, or
 * still waits, is not: so nothing is told by two mails.
 */
export const wasLeftToTheDay = (cause: Column, personId: Column) =>
  sql`exists (select 1 from ${mails} where ${mails.cause} = ${cause} and ${mails.personId} = ${personId}
    and ${mails.state} = 'dropped' and ${mails.lastAnswer} = ${LEFT_TO_THE_DAY})`
