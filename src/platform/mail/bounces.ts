import { eq, inArray } from 'drizzle-orm'
import { readEmail } from '#kernel/email-address'
import type { Instant } from '#kernel/time'
import { type Database, transact } from '../database/database.ts'
import { isWorse } from './bounce-kinds.ts'
import type { Notice } from './delivery-report.ts'
import { oneLine } from './mail-text.ts'
import { mailsNamedIn } from './message-id.ts'
import { readReturned } from './returned-message.ts'
import { mails } from './tables.ts'

/** What a message that came in was: `nothing` to do with us, or about mails of ours, of which `written` rows changed. */
export type BounceOutcome = { kind: 'nothing' } | { kind: Notice['kind']; written: number }

/**
 * Writes on the mail that it returns what a message says, when it names both the mail, by its sealed Message-ID, and its
 * recipient: who it claims to come from is never trusted. The same message again changes nothing. Throws when the
 * database is away, never for what is in the message.
 */
export async function noteBounce(
  database: Database,
  raw: Uint8Array,
  { secret, now }: { secret: string; now: Instant },
): Promise<BounceOutcome> {
  const { notices, text } = await readReturned(raw)
  const ids = notices.length === 0 ? [] : mailsNamedIn(text, secret)
  if (ids.length === 0) return { kind: 'nothing' }
  return transact(database, async (tx) => {
    const rows = await tx.select().from(mails).where(inArray(mails.id, ids)).orderBy(mails.id).for('update')
    const known = rows.flatMap((row) => noticesTo(row.recipient, notices).map((notice) => ({ row, notice })))
    const news = known.filter(({ row, notice }) => isWorse(notice.kind, row.bounce))
    for (const { row, notice } of news) {
      const said = { bounce: notice.kind, bouncedAt: now, bounceDetail: oneLine(notice.detail, 500) }
      await tx.update(mails).set(said).where(eq(mails.id, row.id))
    }
    const [first] = known
    return first === undefined ? { kind: 'nothing' } : { kind: first.notice.kind, written: news.length }
  })
}

/** The one that counts of those about a recipient: the worst. */
function noticesTo(recipient: string, notices: readonly Notice[]): Notice[] {
  const read = readEmail(recipient)
  if (typeof read === 'string') return []
  const about = notices.filter(({ recipients }) => recipients.includes(read.key))
  return about.sort((a, b) => Number(isWorse(b.kind, a.kind)) - Number(isWorse(a.kind, b.kind))).slice(0, 1)
}
