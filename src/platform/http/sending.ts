import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { type Answer, noBody, type PageAnswer } from './answers.ts'
import { acceptedEncoding, encode } from './encoding.ts'
import { FLASH_GONE, flashCookie } from './flash.ts'
import type { PageCache } from './page-cache.ts'
import { contentSecurityPolicy } from './security.ts'
import type { Visit } from './visit.ts'

export type Sender<Actor> = {
  pages: PageCache
  imageOrigins: readonly string[]
  render(page: PageAnswer, visit: Visit<Actor>): string
  refusal(answer: Answer, visit: Visit<Actor>): PageAnswer
}

type Sending<Actor> = { visit: Visit<Actor>; turn: number; sender: Sender<Actor> }

/** The one place where an answer becomes HTTP. */
export function sendAnswer<Actor>(reply: FastifyReply, answer: Answer, sending: Sending<Actor>): FastifyReply {
  switch (answer.kind) {
    case 'page':
      return sendPage(reply, answer, sending)
    case 'redirect': {
      const cookies = [...(answer.cookies ?? []), ...(answer.flash ? [flashCookie(answer.flash)] : [])]
      return withCookies(reply, cookies)
        .headers({ 'cache-control': 'no-store', ...answer.headers })
        .redirect(answer.location, 303)
    }
    case 'moved':
      // It names what this reader may know; caches keep a 301 unless told not to.
      return reply.header('cache-control', 'no-store').redirect(answer.location, 301)
    case 'data':
      return sendData(reply, answer, sending)
    default: {
      if (answer.kind === 'too-many') reply.header('retry-after', String(answer.retryAfterSeconds))
      return sendPage(reply, sending.sender.refusal(answer, sending.visit), sending)
    }
  }
}

function sendPage<Actor>(reply: FastifyReply, page: PageAnswer, sending: Sending<Actor>): FastifyReply {
  const { visit, sender } = sending
  const keep = mayBeKept(reply, page, sending)
  const shown = keep ? { ...visit, nonce: '' } : visit
  const body = Buffer.from(sender.render(page, shown))
  const headers: Record<string, string> = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy(keep ? undefined : visit.nonce, sender.imageOrigins),
    'cache-control': keep ? 'public, no-cache' : 'no-store',
    vary: 'Accept-Encoding, Cookie',
    ...page.headers,
  }
  if (keep)
    sender.pages.keep(visit.url, { tags: page.tags ?? [], headers: allHeaders(reply, headers), body }, sending.turn)
  const cookies = [...(page.cookies ?? []), ...(visit.flash ? [FLASH_GONE] : [])]
  return withCookies(reply, cookies)
    .code(page.status)
    .headers(headers)
    .send(compressed(reply, body, keep ? 7 : 4))
}

/** Only what anybody would get: a GET without a cookie of ours, a whole page, nothing said to one person. */
function mayBeKept<Actor>(reply: FastifyReply, page: PageAnswer, { visit, turn }: Sending<Actor>): boolean {
  const shared = reply.request.method === 'GET' && visit.actor === undefined && visit.cookieHeader === ''
  return shared && turn >= 0 && page.status === 200 && page.tags !== undefined && page.cookies === undefined
}

const allHeaders = (reply: FastifyReply, headers: Record<string, string>): Record<string, string> => ({
  ...(reply.getHeaders() as Record<string, string>),
  ...headers,
})

function compressed(reply: FastifyReply, body: Buffer, quality: number): Buffer {
  const encoding = acceptedEncoding(reply.request.headers['accept-encoding'])
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return encode(body, encoding, quality)
}

function sendData<Actor>(
  reply: FastifyReply,
  answer: Extract<Answer, { kind: 'data' }>,
  { visit, turn, sender }: Sending<Actor>,
): FastifyReply {
  const shared = visit.actor === undefined && visit.cookieHeader === '' && turn >= 0
  const keep = shared && answer.tags !== undefined && (typeof answer.body === 'string' || Buffer.isBuffer(answer.body))
  const headers = {
    'content-type': answer.contentType,
    'cache-control': keep ? 'public, no-cache' : 'no-store',
    'content-security-policy': `default-src 'none'; sandbox`,
    ...answer.headers,
  }
  if (keep) {
    const body = Buffer.from(answer.body as string)
    sender.pages.keep(visit.url, { tags: answer.tags ?? [], headers: allHeaders(reply, headers), body }, turn)
  }
  return reply
    .code(answer.status ?? 200)
    .headers(headers)
    .send(reply.request.method === 'HEAD' ? unsaid(answer.body) : answer.body)
}

/** To HEAD, what would be said piece by piece is ended at once: a live line would hold its place for ever. */
function unsaid(body: string | Buffer | Readable): string | Buffer | Readable {
  if (!(body instanceof Readable)) return body
  body.destroy()
  return noBody()
}

function withCookies(reply: FastifyReply, cookies: readonly string[]): FastifyReply {
  for (const cookie of cookies) reply.header('set-cookie', cookie)
  return reply
}
