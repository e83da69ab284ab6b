import { sql } from 'drizzle-orm'
import type { Tx } from '../database/database.ts'

/**
 * Takes an address out of the mails that were written to it about something: who objected is not kept in the outbox either. What
 * still waits must be dropped by its renderer. The relay’s words go too, since they may quote the address. A mail that is being
 * sent at this moment is left: nobody waits here for the relay.
 */
export async function forgetAddresseeIn(
  tx: Tx,
  recipient: string,
  about: Readonly<Record<string, number>>,
): Promise<void> {
  await tx.execute(sql`
    update mails set recipient = '', person_id = null, last_answer = null, bounce_detail = null
    where id in (
      select id from mails where lower(recipient) = lower(${recipient}) and about @> ${JSON.stringify(about)}::jsonb
      for update skip locked)`)
}
