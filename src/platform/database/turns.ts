import type { Database } from './database.ts'
import { codeOf } from './errors.ts'

/** Of the transactions that want the same rows, how many may hold a connection; and how long the others wait for one. */
const AT_ONCE = 4
const PATIENCE_MS = 3000

/** What PostgreSQL says of a lock that could not be had in time. */
const NO_LOCK = '55P03'

class NoTurn extends Error {
  readonly code = NO_LOCK
}

type Waiting = { go(): void; giveUp(): void }
type Line = { running: number; waiting: Set<Waiting> }

const lines = new WeakMap<Database, Map<string, Line>>()

/**
 * Runs `work`, which locks the rows called `what`, in the order of arrival and few at once in this process, so that a crowd
 * on one date leaves connections to the other pages. Throws what `isPassing` knows after 3 s without a turn, or as soon as
 * one of those who had theirs could not have the lock.
 */
export async function inTurn<T>(database: Database, what: string, work: () => Promise<T>): Promise<T> {
  const all = lines.get(database) ?? new Map<string, Line>()
  lines.set(database, all)
  const line = all.get(what) ?? { running: 0, waiting: new Set() }
  all.set(what, line)
  await turnIn(line)
  try {
    return await work()
  } catch (error) {
    if (codeOf(error) === NO_LOCK) for (const waiting of line.waiting) waiting.giveUp()
    throw error
  } finally {
    const [next] = line.waiting
    if (next !== undefined) next.go()
    else if (--line.running === 0) all.delete(what)
  }
}

/** Whoever ends hands its turn to the first who waits. */
function turnIn(line: Line): Promise<void> {
  if (line.running < AT_ONCE) {
    line.running++
    return Promise.resolve()
  }
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      line.waiting.delete(mine)
    }
    const mine: Waiting = {
      go() {
        leave()
        resolve()
      },
      giveUp() {
        leave()
        reject(new NoTurn('no turn in time'))
      },
    }
    const timer = setTimeout(mine.giveUp, PATIENCE_MS)
    line.waiting.add(mine)
  })
}
