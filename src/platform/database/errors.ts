// What PostgreSQL's error codes mean to us (https://www.postgresql.org/docs/current/errcodes-appendix.html).

type Coded = { code?: unknown; constraint?: unknown; cause?: unknown; message?: unknown }

function* causesOf(error: unknown): Generator<Coded> {
  for (let cause = error as Coded | undefined; cause !== undefined && cause !== null; cause = cause.cause as Coded) {
    yield cause
  }
}

/** The SQLSTATE or the system's code (`ECONNREFUSED`) of an error, wherever a library wrapped it. */
export function codeOf(error: unknown): string | undefined {
  for (const cause of causesOf(error)) if (typeof cause.code === 'string') return cause.code
  return undefined
}

/** Deadlock or serialisation failure: the transaction was undone and the same work may succeed at once. */
export const mayBeTriedAgain = (error: unknown): boolean => ['40P01', '40001'].includes(codeOf(error) ?? '')

const GONE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'ENOENT',
  '53300',
  '53100',
  '53200',
  '55P03',
  '57014',
  '25P03',
]

/** The database is away, full, or too slow for now: the answer is 503, and the same request may succeed later. */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== undefined && (GONE.includes(code) || /^(08|57P)/.test(code))) return true
  for (const cause of causesOf(error)) {
    if (
      typeof cause.message === 'string' &&
      /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after/.test(
        cause.message,
      )
    )
      return true
  }
  return mayBeTriedAgain(error)
}
