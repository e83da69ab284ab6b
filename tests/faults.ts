import type { Database } from '#platform/database/database.ts'

/** `cut`: the line breaks before the statement; `cut-after`: it was done but nobody hears of it; `refuse`: PostgreSQL says no. */
export type Fault = 'cut' | 'cut-after' | 'refuse'

/** What becomes of one statement: another text, a fault, or nothing. */
export type Change = (text: string) => string | { fault: Fault } | undefined

type Done = (error: Error | null, result?: unknown) => void
type Query = { text: string }
type Inside = { query(...args: unknown[]): unknown; connection: { stream: { destroy(): void } } }

/**
 * Stands on the line between the site and PostgreSQL: every statement of the pool passes through `change`. To call before
 * the first statement. Errors are real ones: a socket destroyed, a statement that PostgreSQL refuses.
 */
export function onTheLine(database: Database, change: Change): void {
  database.pool.on('connect', (client) => {
    const inside = client as unknown as Inside
    const query = inside.query.bind(inside)
    inside.query = (...args: unknown[]) => {
      const [first] = args
      const text = typeof first === 'string' ? first : (first as Query).text
      const changed = change(text)
      if (changed === undefined) return query(...args)
      if (typeof changed === 'string') return query(...withText(args, changed))
      if (changed.fault === 'refuse') return query(...withText(args, 'select 1 / 0', true))
      if (changed.fault === 'cut') {
        inside.connection.stream.destroy()
        return query(...args)
      }
      return cutAfter(inside, query, args)
    }
  })
}

function withText([first, ...rest]: unknown[], text: string, bare = false): unknown[] {
  const values = bare ? rest.filter((one) => typeof one === 'function') : rest
  if (typeof first === 'string') return [text, ...values]
  const { name: _name, values: _values, ...query } = first as Query & { name?: string; values?: unknown }
  return [{ ...query, ...(bare ? {} : { values: _values }), text }, ...values]
}

function cutAfter(inside: Inside, query: Inside['query'], args: unknown[]): unknown {
  const lost = () => {
    inside.connection.stream.destroy()
    return new Error('Connection terminated unexpectedly')
  }
  const done = args.at(-1)
  if (typeof done === 'function') return query(...args.slice(0, -1), () => (done as Done)(lost()))
  return (query(...args) as Promise<unknown>).then(() => {
    throw lost()
  })
}
