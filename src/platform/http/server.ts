import { randomBytes } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { isKey, isSignedKey } from '#platform/keys.ts'
import type { Log } from '#platform/log.ts'
import { Fields } from './fields.ts'
import { FLASH_COOKIE } from './flash.ts'
import type { PageCache } from './page-cache.ts'
import { comesFromOurPages, isOurHost, securityHeaders } from './security.ts'
import { cutSlowBodies } from './slow-bodies.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The button of a mailbox may send it. */
    oneClick?: boolean
  }
}

export type ServerOptions = {
  log: Log
  pages: PageCache
  publicUrl: string
  trustedProxies: string | undefined
  sessionCookie: string
}

/** Too large or too many: said by a page, like any refusal. */
export class BadRequest extends Error {
  readonly statusCode: number
  constructor(statusCode: number, message: string) {
    super(message)
    this.statusCode = statusCode
  }
}

const MOST_FIELDS = 1000

/** A large file over a slow line; what dawdles is cut long before (slow-bodies.ts). */
const LONGEST_REQUEST_MS = 3_600_000

/** The HTTP server before any route: limits, host and origin checks, headers, form bodies, and the pages kept in memory. */
export async function createHttpServer(options: ServerOptions): Promise<FastifyInstance> {
  const url = new URL(options.publicUrl)
  const server = Fastify({
    loggerInstance: options.log as never,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustedProxies?.split(',') ?? false,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: false },
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    serverFactory: (handler) => httpServer(handler as RequestListener, options, url.host),
  }) as unknown as FastifyInstance
  await server.register(cookie)
  readForms(server)
  cutSlowBodies(server)
  const headers = securityHeaders(url.protocol === 'https:')
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    const hosts = request.raw.headersDistinct?.host ?? []
    if (hosts.length > 1 || !isOurHost(request.headers.host, url.host)) {
      throw new BadRequest(421, 'Ce nom de site n’est pas le nôtre.')
    }
    const changes = request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS'
    if (changes && !isOneClick(request) && !comesFromOurPages(request.headers, url.origin)) {
      throw new BadRequest(403, 'Cette demande ne vient pas d’une page du site : rien n’a été fait.')
    }
    Object.assign(request, { nonce: randomBytes(16).toString('base64url') })
  })
  return server
}

/** The button of mailboxes sends without a page of ours (RFC 8058): the key of the address says all. */
function isOneClick({ url, routeOptions }: FastifyRequest): boolean {
  const key = url.split('/').at(-1) ?? ''
  const isOne = routeOptions.config?.oneClick === true && (isKey(key) || isSignedKey(key))
  return isOne && url === routeOptions.url?.replace(':key', key)
}

function httpServer(handler: RequestListener, options: ServerOptions, publicHost: string): Server {
  const server = createServer({
    requestTimeout: LONGEST_REQUEST_MS,
    headersTimeout: 20_000,
    keepAliveTimeout: 15_000,
    maxHeaderSize: 16_384,
  })
  const { pages, sessionCookie } = options
  server.on('request', (request, response) => {
    const { cookie: cookies, host } = request.headers
    const shared = cookies === undefined || !(cookies.includes(sessionCookie) || cookies.includes(FLASH_COOKIE))
    const read = request.method === 'GET' || request.method === 'HEAD'
    if (shared && read && isOurHost(host, publicHost) && pages.serve(request, response)) return
    handler(request, response)
  })
  return server
}

function readForms(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request: FastifyRequest, body, done) => {
      const search = new URLSearchParams(String(body))
      if (search.size > MOST_FIELDS) return done(new BadRequest(400, 'Ce formulaire a trop de champs.'), undefined)
      done(null, new Fields(search))
    },
  )
  // Read by the route, once it is known who sends: see site.ts.
  server.addContentTypeParser('multipart/form-data', (_request, _body, done) => done(null))
  server.addContentTypeParser('application/offset+octet-stream', (_request, body, done) => done(null, body))
}
