import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Address } from '#addresses'
import { keyedHash } from '#platform/keys.ts'
import type { Clock } from '../clock.ts'
import type { Answer, PageAnswer } from './answers.ts'
import { Fields } from './fields.ts'
import { FLASH_COOKIE, readFlash } from './flash.ts'
import type { PageCache } from './page-cache.ts'
import { networkOf } from './security.ts'
import { type Sender, sendAnswer } from './sending.ts'
import type { Visit } from './visit.ts'

export type Handler<Actor> = (visit: Visit<Actor>) => Promise<Answer> | Answer

export type Route = { method: 'GET' | 'POST'; path: string }

/** What a feature's routes are registered on. A GET changes nothing; a POST ends with a redirect or the form again. */
export type Site<Actor> = {
  get(address: Address, handler: Handler<Actor>): void
  post(address: Address, handler: Handler<Actor>): void
  /** Every route there is: the access tests take their list from here. */
  routes(): readonly Route[]
}

/** What the application gives to turn answers into HTTP: who is there, how a page is dressed, what a refusal looks like. */
export type SiteParts<Actor> = {
  clock: Clock
  secret: string
  pages: PageCache
  imageOrigins: readonly string[]
  sessionCookie: string
  identify(cookieHeader: string, now: Temporal.Instant): Promise<Actor | undefined>
  actorKey(actor: Actor): string
  render(page: PageAnswer, visit: Visit<Actor>): string
  /** The pages of 400, 401, 403, 404, 429: `answer` says which. */
  refusal(answer: Answer, visit: Visit<Actor>): PageAnswer
}

export function createSite<Actor>(server: FastifyInstance, parts: SiteParts<Actor>): Site<Actor> {
  const routes: Route[] = []
  const sender: Sender<Actor> = parts
  const add = (method: Route['method'], address: Address, handler: Handler<Actor>) => {
    routes.push({ method, path: address.path })
    server.route({
      method,
      url: address.path,
      handler: async (request, reply) => {
        const turn = parts.pages.turn()
        const visit = await visitOf(request, parts)
        return sendAnswer(reply, await handler(visit), { visit, turn, sender })
      },
    })
  }
  return {
    get: (address, handler) => add('GET', address, handler),
    post: (address, handler) => add('POST', address, handler),
    routes: () => routes,
  }
}

/** The visit of a request; also used for answers outside any route (unknown address, errors). */
async function visitOf<Actor>(request: FastifyRequest, parts: SiteParts<Actor>): Promise<Visit<Actor>> {
  const now = parts.clock.now()
  const cookies = request.cookies
  const cookieHeader = request.headers.cookie ?? ''
  const signedIn = cookies[parts.sessionCookie] !== undefined
  const actor = signedIn ? await parts.identify(cookieHeader, now) : undefined
  const form = request.body instanceof Fields ? request.body : new Fields('')
  const [path = '/', query = ''] = request.url.split(/\?(.*)/s)
  return {
    actor,
    now,
    path,
    url: request.url,
    params: request.params as Record<string, string>,
    query: new Fields(query),
    form,
    submission: { key: submissionKey(parts, { actor, path, form }), now },
    cookies,
    cookieHeader,
    network: networkOf(request.ip),
    agent: String(request.headers['user-agent'] ?? '').slice(0, 300),
    flash: readFlash(cookies[FLASH_COOKIE]),
    nonce: (request as FastifyRequest & { nonce?: string }).nonce ?? '',
  }
}

/**
 * Pages kept in memory are shared, so their form numbers are too: sender and content count as well, and two people who
 * register from the same page make two submissions.
 */
function submissionKey<Actor>(
  parts: SiteParts<Actor>,
  sent: { actor: Actor | undefined; path: string; form: Fields },
): string {
  const number = sent.form.get('submission') || crypto.randomUUID()
  const sender = sent.actor === undefined ? '' : parts.actorKey(sent.actor)
  return keyedHash(parts.secret, JSON.stringify([number, sender, sent.path, sent.form.toString()]))
}

/** Sends an answer that no route made. */
export async function answerOutside<Actor>(
  request: FastifyRequest,
  reply: FastifyReply,
  page: { answer: Answer; parts: SiteParts<Actor> },
): Promise<FastifyReply> {
  const visit = await visitOf(request, page.parts)
  return sendAnswer(reply, page.answer, { visit, turn: -1, sender: page.parts })
}
