import { sql } from 'drizzle-orm'
import type { Instant } from '#kernel/time'
import type { Tx } from '../database/database.ts'

/** A mail to be sent because something happened. */
export type Mail = {
  /** Unique for a recipient, `registration-confirmed:123`: the same cause never sends twice (R8). */
  cause: string
  /** Which renderer writes it. */
  kind: string
  /** One address. */
  recipient: string
  /** The account it goes to, when there is one: its preferences are asked. */
  personId?: number
  /** Identifiers that the renderer reads again when the mail leaves; never a text. */
  about: Record<string, string | number>
  /** Digests, reminders, thanks: they let pass what someone waits for. */
  bulk?: boolean
  now: Instant
}

/** Writes a mail and its job in the transaction that causes it: rolled back, nothing leaves. One statement. */
export const sendMail = (tx: Tx, mail: Mail): Promise<void> => sendMails(tx, [mail])

/** A statement takes 65,535 values, and stays within what one may last. */
const MAILS_OF_A_STATEMENT = 1000

/** Several mails at once, in one statement up to a thousand. A (cause, recipient) already written is left as it is. */
export async function sendMails(tx: Tx, mails: readonly Mail[]): Promise<void> {
  for (let from = 0; from < mails.length; from += MAILS_OF_A_STATEMENT)
    await insertMails(tx, mails.slice(from, from + MAILS_OF_A_STATEMENT))
}

async function insertMails(tx: Tx, mails: readonly Mail[]): Promise<void> {
  const rows = mails.map(
    (mail) => sql`(${mail.cause}, ${mail.kind}, ${mail.recipient}, ${mail.personId ?? null}::bigint,
      ${JSON.stringify(mail.about)}::jsonb, ${mail.bulk ?? false}::boolean, ${mail.now.toString()}::timestamptz,
      ${mail.now.toString()}::timestamptz)`,
  )
  await tx.execute(sql`
    with born as (
      insert into mails (cause, kind, recipient, person_id, about, bulk, created_at, next_try_at)
      values ${sql.join(rows, sql`, `)}
      on conflict (cause, recipient) do nothing
      returning id, bulk
    )
    select count(*) from (select array_agg(${specOf(sql`born.id`, sql`born.bulk`)}) as specs from born) as jobs,
      graphile_worker.add_jobs(jobs.specs)`)
}

/** Tries of one job whose worker dies or whose renderer throws, four hours long. The schedule of refusals is ours. */
const MAX_ATTEMPTS = 10

/** `run_at` is by the database's clock, which is the queue's. */
const specOf = (id: ReturnType<typeof sql>, bulk: ReturnType<typeof sql>, runAt = sql`now()`) =>
  sql`('send-mail', json_build_object('mail', ${id}), null, ${runAt}, ${MAX_ATTEMPTS}::int, 'mail:' || ${id},
    case when ${bulk} then 10 else 0 end, null)::graphile_worker.job_spec`

export const jobOf = (...job: Parameters<typeof specOf>) => sql`graphile_worker.add_jobs(array[${specOf(...job)}])`
