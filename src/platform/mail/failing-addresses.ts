import { sql } from 'drizzle-orm'
import type { Reader } from '../database/database.ts'

/**
 * Those of these addresses that are « en échec »: the last mail to it that the relay took or refused came back because the
 * address does not exist. A later one that does not come back clears it. One statement, none for nobody.
 */
export async function failingAddresses(reader: Reader, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set()
  const keys = [...new Set(addresses.map((address) => address.toLowerCase()))]
  const { rows } = await reader.execute<{ key: string }>(sql`
    select asked.key from unnest(${sql.param(keys)}::text[]) as asked(key)
    cross join lateral (
      select bounce from mails
      where lower(recipient) = asked.key and settled_at is not null and (state = 'sent' or bounce is not null)
      order by settled_at desc, id desc limit 1
    ) as last
    where last.bounce = 'hard'`)
  const failing = new Set(rows.map(({ key }) => key))
  return new Set(addresses.filter((address) => failing.has(address.toLowerCase())))
}
