import { createApp } from '#app'
import { type Database, openDatabase, WEB_LIMITS } from '#platform/database/database.ts'
import { Browser } from './browser.ts'
import type { TestSite } from './site.ts'

/**
 * A second process of the site, as far as its database can tell: its own pool, its own pages in memory. `before` its first
 * statement, a fault may be put on its line.
 */
export async function openTwin(site: TestSite, before: (database: Database) => void = () => {}): Promise<TestSite> {
  const database = openDatabase(site.parts.databaseUrl, WEB_LIMITS, site.parts.log)
  before(database)
  const parts = { ...site.parts, database }
  const app = await createApp(parts)
  await app.server.ready()
  return {
    ...site,
    app,
    parts,
    database,
    browser: () => new Browser(app.server),
    async close() {
      await app.stop()
      await database.close()
    },
  }
}
