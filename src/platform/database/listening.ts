import pg from 'pg'
import type { Log } from '#platform/log.ts'

export type Listening = {
  url: string
  channel: string
  /** Shown by PostgreSQL. */
  name: string
  log: Log
  heard(payload: string): void
  /** Whether the line is there: what was said while it was not is lost. */
  turned(isThere: boolean): void
}

/** Keeps one connection that listens; broken, it is opened again a second later. */
export function keepListening({ url, channel, name, log, heard, turned }: Listening): { stop(): Promise<void> } {
  let client: pg.Client | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const again = () => {
    turned(false)
    client = undefined
    if (!stopped) timer = setTimeout(listen, 1000)
  }
  const listen = async () => {
    const next = new pg.Client({ connectionString: url, keepAlive: true, application_name: name })
    next.on('error', () => {})
    next.once('end', again)
    next.on('notification', ({ payload }) => heard(payload ?? ''))
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
      client = next
      turned(true)
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code, channel }, 'no listening line to the database')
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
