// Every try begins on the same world: what one changed is put back.
import { sql } from 'drizzle-orm'
import type { TestSite } from '../site.ts'

/** Parents first. */
const TABLES = [
  ...['projects', 'files', 'project_files', 'project_advisers', 'project_comments', 'glass_openings'],
  ...['canvases', 'canvas_notes', 'canvas_versions'],
]
/** What tells of an effect, and is not put back. */
const TRACES = ['mails', 'notifications', 'audit_log']

const digests = sql.join(
  [...TABLES, ...TRACES].map((name) =>
    sql.raw(`select '${name}' as name, md5(coalesce(string_agg(one::text, ',' order by one::text), '')) as digest
      from ${name} one`),
  ),
  sql` union all `,
)

/** Puts the projects back as they are now, each time that it is called; returns the tables that had changed since. */
export async function restorer({ database }: TestSite): Promise<() => Promise<string[]>> {
  await database.execute(sql`create schema before`)
  for (const name of TABLES)
    await database.execute(sql.raw(`create table before.${name} as select * from public.${name}`))
  const digestsNow = async () => {
    const { rows } = await database.execute<{ name: string; digest: string }>(digests)
    return new Map(rows.map(({ name, digest }) => [name, digest]))
  }
  let before = await digestsNow()
  return async () => {
    const after = await digestsNow()
    const changed = [...after.keys()].filter((name) => after.get(name) !== before.get(name))
    await database.execute(sql`delete from rate_limits`)
    if (changed.length === 0) return changed
    const back = [
      ...TABLES.toReversed().map((name) => `delete from ${name}`),
      ...TABLES.map((name) => `insert into ${name} overriding system value select * from before.${name}`),
    ]
    await database.transaction(async (tx) => {
      for (const statement of back) await tx.execute(sql.raw(statement))
    })
    before = await digestsNow()
    return changed
  }
}
