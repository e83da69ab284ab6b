import pino, { type Logger } from 'pino'

export type Log = Logger

/**
 * JSON lines without personal data: no address, name, body, query or cookie is ever passed to it; of a request only its
 * number, method, route pattern, status and time.
 */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.email', '*.password', '*.name'],
  })
}
