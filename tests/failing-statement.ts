import pg from 'pg'

type Query = (...args: unknown[]) => unknown

/**
 * Makes the nth statement sent from now on fail, once, as when the line to the database breaks before it is sent. Says
 * afterwards whether it was reached. `begin` and `commit` count as well (R25).
 */
export async function withFailingStatement(nth: number, work: () => Promise<void>): Promise<{ reached: boolean }> {
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const query = prototype.query
  let sent = 0
  prototype.query = function failing(this: unknown, ...args: unknown[]) {
    sent++
    if (sent !== nth) return query.apply(this, args)
    const error = new Error(`statement ${nth} fails, as planted`)
    const callback = args.at(-1)
    if (typeof callback !== 'function') return Promise.reject(error)
    queueMicrotask(() => callback(error))
    return undefined
  }
  try {
    await work()
  } finally {
    prototype.query = query
  }
  return { reached: sent >= nth }
}
