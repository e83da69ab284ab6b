import { sql } from 'drizzle-orm'
import type { Reader } from '../database/database.ts'

export type MailFigures = { waiting: number; late: number; failed: number }

/** For `/metriques` and the administration: waiting now, waiting for more than ten minutes past its hour, failed these 24 hours. */
export async function mailFigures(reader: Reader): Promise<MailFigures> {
  const { rows } = await reader.execute<MailFigures>(sql`
    select count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'waiting' and next_try_at < now() - interval '10 minutes')::int as late,
      count(*) filter (where state = 'failed')::int as failed
    from mails where state = 'waiting' or settled_at > now() - interval '1 day'`)
  return rows[0] ?? { waiting: 0, late: 0, failed: 0 }
}
