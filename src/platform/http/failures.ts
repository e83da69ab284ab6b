import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isPassing } from '#platform/database/errors.ts'
import type { Log } from '#platform/log.ts'
import { Fields } from './fields.ts'
import { contentSecurityPolicy } from './security.ts'
import { BadRequest } from './server.ts'

export type Failure = {
  status: number
  /** What to say instead of the usual words of this status. */
  text?: string
  /** The incident, as the log calls it. */
  number: string
  path: string
  /** What was sent: shown and offered to be sent again. */
  fields: readonly [string, string][] | undefined
}

/** The one place where what is thrown becomes HTTP: said with a number, what was typed kept, nothing of the inside shown. */
export function answerFailures(
  server: FastifyInstance,
  log: Log,
  render: (failure: Failure, request: FastifyRequest) => string,
): void {
  server.setErrorHandler((error, request, reply) => {
    const status = statusOf(error)
    const number = randomBytes(4).toString('hex')
    const line = { incident: number, status, route: request.routeOptions.url, method: request.method }
    if (status >= 500) log.error({ ...line, error: said(error) }, 'failed')
    else log.info(line, 'refused')
    if (status === 503) reply.header('retry-after', '5')
    const text = error instanceof BadRequest ? error.message : undefined
    const fields = request.body instanceof Fields && status >= 500 ? request.body.entries() : undefined
    return sendFailure(reply, render({ status, text, number, path: request.url, fields }, request), status)
  })
}

function sendFailure(reply: FastifyReply, html: string, status: number): FastifyReply {
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', contentSecurityPolicy(undefined, []))
    .send(html)
}

function statusOf(error: unknown): number {
  if (isPassing(error)) return 503
  const status = (error as { statusCode?: number }).statusCode
  if (status === 415) return 400
  return status !== undefined && status >= 400 && status < 600 ? status : 500
}

/** Name, code and place of an error; never its message's values, since a database quotes what people typed. */
function said(error: unknown): object {
  const { name, code, stack, cause } = error as Error & { code?: string }
  const place = stack
    ?.split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 8)
  return { type: name, code, place, ...(cause ? { cause: said(cause) } : {}) }
}
