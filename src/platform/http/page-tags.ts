import { sql } from 'drizzle-orm'
import type { Reader } from '#platform/database/database.ts'
import { keepListening } from '#platform/database/listening.ts'
import type { Log } from '#platform/log.ts'
import type { PageCache } from './page-cache.ts'

const CHANNEL = 'pages'

/** Says, when the transaction commits, that pages made of these are out of date, in every process. */
export async function dropPages(tx: Reader, tags: readonly string[]): Promise<void> {
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${tags.join(' ')})`)
}

/** Keeps the cache true: a broken line empties it, until it is opened again. */
export const followPageTags = (url: string, cache: PageCache, log: Log): { stop(): Promise<void> } =>
  keepListening({
    ...{ url, log, channel: CHANNEL, name: 'jcdmr-pages' },
    heard: (payload) => {
      for (const tag of payload.split(' ')) cache.drop(tag)
    },
    turned: (isThere) => cache.listening(isThere),
  })
