import { addresses, itemOf } from '#addresses'
import type { WebSite } from '#features/accounts/actor.ts'
import type { Parts } from '#platform/parts.ts'
import { writeFeed } from './feed.ts'
import { feedArticles } from './queries.ts'

const MOST_ENTRIES = 30

/** `/articles.atom`: the same for everyone, whoever asks. */
export function articleFeedRoutes(site: WebSite, { database, settings }: Parts): void {
  site.get(addresses.articles.feed, async ({ now }) => {
    const rows = await feedArticles(database, MOST_ENTRIES)
    const entries = rows.map((row) => ({ ...row, url: addresses.articles.one({ item: itemOf(row) }) }))
    const feed = { site: settings.PUBLIC_URL, address: addresses.articles.feed(), list: addresses.articles.all(), now }
    return {
      kind: 'data',
      body: writeFeed({ ...feed, entries }),
      contentType: 'application/atom+xml; charset=utf-8',
      tags: ['articles'],
    }
  })
}
