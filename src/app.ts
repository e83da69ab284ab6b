// The whole assembly, read from top to bottom: the platform, then each feature with what it is handed by the others.
import { resolve } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { Actor } from '#features/accounts/actor.ts'
import { keepFilesOf, mostFileBytes } from '#features/files/routes-attachments.tsx'
import { hidden } from '#platform/http/answers.ts'
import { type BuiltFiles, readBuiltFiles } from '#platform/http/built-files.ts'
import { answerFailures } from '#platform/http/failures.ts'
import { registerOperation } from '#platform/http/operation.ts'
import { PageCache } from '#platform/http/page-cache.ts'
import { followPageTags } from '#platform/http/page-tags.ts'
import { createHttpServer } from '#platform/http/server.ts'
import { answerOutside, createSite, type Site, type SiteParts } from '#platform/http/site.ts'
import { openLive } from '#platform/live/live.ts'
import type { Parts } from '#platform/parts.ts'
import { registerFeatures } from './app/features.ts'
import { sessionsOf } from './app/sessions.ts'
import { dress, failurePage, refuse } from './app/shell.tsx'
import { startWorkerOf } from './app/worker.ts'

export type App = { server: FastifyInstance; site: Site<Actor>; pages: PageCache; stop(): Promise<void> }

/** Builds the site on its parts. Nothing listens yet; `stop` ends requests under way, then leaves the database to its owner. */
export async function createApp(parts: Parts, options: { clientFolder?: string } = {}): Promise<App> {
  const { settings, log, database, clock } = parts
  const files = readBuiltFiles(options.clientFolder ?? 'dist/client')
  const pages = new PageCache()
  const session = sessionsOf(parts)
  const server = await createHttpServer({
    log,
    pages,
    publicUrl: settings.PUBLIC_URL,
    trustedProxies: settings.TRUSTED_PROXIES,
    sessionCookie: session.cookie,
  })
  answerFailures(server, log, (failure) => failurePage(failure, files))
  const siteParts: SiteParts<Actor> = {
    clock,
    secret: settings.SECRET,
    pages,
    imageOrigins:
      settings.MAP_TILES_URL === undefined ? [] : [new URL(settings.MAP_TILES_URL.replace(/[{}]/g, '')).origin],
    sessionCookie: session.cookie,
    identify: session.identify,
    actorKey: (actor) => String(actor.id),
    mostFileBytes,
    keepFiles: keepFilesOf(parts),
    render: (page, visit) => dress(page, visit, files),
    refusal: (answer, visit) => refuse(answer, visit, session.signInPage),
  }
  server.setNotFoundHandler((request, reply) => answerOutside(request, reply, { answer: hidden, parts: siteParts }))
  await serveFiles(server, files)
  registerOperation(server, { database, settings })
  const site = createSite(server, siteParts)
  const live = openLive(parts.databaseUrl, log)
  const features = registerFeatures(site, parts, live)
  // Open lines would keep the server from closing: browsers come back to the next process.
  server.addHook('preClose', async () => features.endLines())
  const tags = followPageTags(parts.databaseUrl, pages, log)
  return {
    server,
    site,
    pages,
    async stop() {
      await server.close()
      await tags.stop()
      await live.stop()
    },
  }
}

/** What browsers load: names carry a hash, so that they are kept for a year. */
async function serveFiles(server: FastifyInstance, files: BuiltFiles): Promise<void> {
  await server.register(fastifyStatic, {
    root: resolve(files.folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
    decorateReply: false,
  })
}

/** Works on the queue until stopped: mails, and what is done again and again. */
export const startWorker = startWorkerOf

/** Fills an empty database with the demo: real structures, events to come, an account for each role. Never in production. */
export async function loadDemo(parts: Parts): Promise<boolean> {
  const { loadDemoWorld } = await import('./demo/world.ts')
  return loadDemoWorld(parts)
}
