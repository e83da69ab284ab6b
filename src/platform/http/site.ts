import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Address } from '#addresses'
import { keyedHash } from '#platform/keys.ts'
import type { Clock } from '../clock.ts'
import type { Answer, PageAnswer } from './answers.ts'
import { Fields } from './fields.ts'
import { FLASH_COOKIE, readFlash } from './flash.ts'
import { readMultipart, type SentFile } from './multipart.ts'
import type { PageCache } from './page-cache.ts'
import { networkOf } from './security.ts'
import { type Sender, sendAnswer } from './sending.ts'
import { BadRequest } from './server.ts'
import type { Visit } from './visit.ts'

export type Handler<Actor> = (visit: Visit<Actor>) => Promise<Answer> | Answer

export type Route = { method: 'GET' | 'POST' | 'HEAD' | 'PATCH' | 'DELETE'; path: string }

type RouteOptions = { files?: boolean; oneClick?: boolean }

/** What a feature's routes are registered on. A GET changes nothing; a POST ends with a redirect or the form again. */
export type Site<Actor> = {
  get(address: Address, handler: Handler<Actor>): void
  /**
   * `files`: the form may hold files, in `visit.files`. `oneClick`: the button of a mailbox may send it too (RFC 8058); its
   * address ends with the `:key` that says all.
   */
  post(address: Address, handler: Handler<Actor>, options?: RouteOptions): void
  /** For resumable uploads, whose protocol has its own verbs. */
  on(method: 'HEAD' | 'PATCH' | 'DELETE', address: Address, handler: Handler<Actor>): void
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
  /** How many bytes a file sent by this person may have; undefined stands for a session that ended. */
  mostFileBytes(actor: Actor | undefined): number
  /** Keeps the files of a form whose session ended; returns the form with their keys, for the time after signing in. */
  keepFiles(visit: Visit<Actor>): Promise<Fields>
  render(page: PageAnswer, visit: Visit<Actor>): string
  /** The pages of 400, 401, 403, 404, 429: `answer` says which. */
  refusal(answer: Answer, visit: Visit<Actor>): PageAnswer
}

export function createSite<Actor>(server: FastifyInstance, parts: SiteParts<Actor>): Site<Actor> {
  const routes: Route[] = []
  const sender: Sender<Actor> = parts
  const add = (method: Route['method'], address: Address, handler: Handler<Actor>, options: RouteOptions = {}) => {
    routes.push({ method, path: address.path })
    server.route({
      method,
      url: address.path,
      config: { oneClick: options.oneClick === true },
      handler: async (request, reply) => {
        const turn = parts.pages.turn()
        const sent = await filesOf(request, parts, options)
        const visit = await visitOf(request, parts, sent?.files)
        try {
          return sendAnswer(reply, await answerTo(visit, handler, parts), { visit, turn, sender })
        } finally {
          await sent?.forget()
        }
      },
    })
  }
  return {
    get: (address, handler) => add('GET', address, handler),
    post: (address, handler, options) => add('POST', address, handler, options),
    on: add,
    routes: () => routes,
  }
}

/** Whoever must sign in first finds the files again with the rest of the form. */
async function answerTo<Actor>(visit: Visit<Actor>, handler: Handler<Actor>, parts: SiteParts<Actor>): Promise<Answer> {
  const answer = await handler(visit)
  if (answer.kind === 'sign-in' && visit.files.length > 0) visit.form = await parts.keepFiles(visit)
  return answer
}

/** Reads the body of a form with files; the fields stand in `request.body` from then on, as those of any form. */
async function filesOf<Actor>(request: FastifyRequest, parts: SiteParts<Actor>, options: RouteOptions) {
  if (!/^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')) return undefined
  if (!options.files) throw new BadRequest(415, 'Cette page ne reçoit pas de fichier.')
  const { actor } = await whoAsks(request, parts)
  const sent = await readMultipart(request.raw, parts.mostFileBytes(actor))
  request.body = sent.fields
  return sent
}

async function whoAsks<Actor>(request: FastifyRequest, parts: SiteParts<Actor>) {
  const signedIn = request.cookies[parts.sessionCookie] !== undefined
  const now = parts.clock.now()
  const actor = signedIn ? await parts.identify(request.headers.cookie ?? '', now) : undefined
  return { actor, now }
}

/** The visit of a request; also used for answers outside any route (unknown address, errors). */
async function visitOf<Actor>(
  request: FastifyRequest,
  parts: SiteParts<Actor>,
  files: readonly SentFile[] = [],
): Promise<Visit<Actor>> {
  const { actor, now } = await whoAsks(request, parts)
  const cookies = request.cookies
  const form = request.body instanceof Fields ? request.body : new Fields('')
  const [path = '/', query = ''] = request.url.split(/\?(.*)/s)
  return {
    actor,
    now,
    method: request.method,
    header: (name) => String(request.headers[name] ?? ''),
    path,
    url: request.url,
    params: request.params as Record<string, string>,
    query: new Fields(query),
    form,
    files,
    piece: request.body instanceof Readable ? request.body : undefined,
    submission: { key: submissionKey(parts, { actor, path, form, files }), now },
    cookies,
    cookieHeader: request.headers.cookie ?? '',
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
  sent: { actor: Actor | undefined; path: string; form: Fields; files: readonly SentFile[] },
): string {
  const number = sent.form.get('submission') || crypto.randomUUID()
  const sender = sent.actor === undefined ? '' : parts.actorKey(sent.actor)
  const files = sent.files.map(({ field, sha256 }) => [field, sha256])
  return keyedHash(parts.secret, JSON.stringify([number, sender, sent.path, sent.form.toString(), ...files]))
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
