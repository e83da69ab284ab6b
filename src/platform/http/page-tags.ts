import { sql } from 'drizzle-orm'
import pg from 'pg'
import type { Reader } from '#platform/database/database.ts'
import type { Log } from '#platform/log.ts'
import type { PageCache } from './page-cache.ts'

const CHANNEL = 'pages'

/** Says, when the transaction commits, that pages made of these are out of date, in every process. */
export async function dropPages(tx: Reader, tags: readonly string[]): Promise<void> {
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${tags.join(' ')})`)
}

/** Keeps one connection listening and the cache true; a broken line empties the cache and is opened again. */
export function followPageTags(url: string, cache: PageCache, log: Log): { stop(): Promise<void> } {
  let client: pg.Client | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const again = () => {
    cache.listening(false)
    client = undefined
    if (!stopped) timer = setTimeout(listen, 1000)
  }
  const listen = async () => {
    const next = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'jcdmr-pages' })
    next.on('error', () => {})
    next.once('end', again)
    next.on('notification', ({ payload }) => {
      for (const tag of (payload ?? '').split(' ')) cache.drop(tag)
    })
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
      client = next
      cache.listening(true)
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, 'page tags: no line to the database')
      await next.end().catch(() => {})
    }
  }
  void listen()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
