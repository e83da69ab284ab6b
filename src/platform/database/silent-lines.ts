import type { Socket } from 'node:net'
import type pg from 'pg'

/** What pg knows of a client and does not say in its types. */
type Inside = { connection: { stream: Socket }; readyForQuery: boolean }

/**
 * PostgreSQL itself ends a statement that lasts too long. When nothing passes any more on the line, not even that, the line is
 * broken here after `ms`: whoever waits is told, and the pool opens another.
 */
export function breakWhenSilent(client: pg.PoolClient, ms: number): void {
  const inside = client as unknown as Inside
  const { stream } = inside.connection
  stream.setTimeout(ms, () => {
    if (!inside.readyForQuery) stream.destroy()
  })
}
