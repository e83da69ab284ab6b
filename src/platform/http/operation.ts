import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { addresses } from '#addresses'
import { answers, type Database } from '#platform/database/database.ts'
import { measureQueue } from '#platform/jobs/queue-gauges.ts'
import type { Settings } from '#platform/settings.ts'
import { isLoopback } from './security.ts'

export type Operated = { database: Database; settings: Pick<Settings, 'PUBLIC_URL' | 'METRICS_TOKEN'> }

/** What operators read: `/sante`, and `/metriques` for who has its token, or for this machine where the site is its own. */
export function registerOperation(server: FastifyInstance, { database, settings }: Operated): void {
  server.get(addresses.health.path, async (_request, reply) => {
    const well = await answers(database, 2000)
    return reply
      .code(well ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ database: well ? 'ok' : 'unreachable' })
  })
  const registry = measures(server, database)
  server.get(addresses.metrics.path, async (request, reply) => {
    if (!mayMeasure(request, settings)) return reply.callNotFound()
    return reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics())
  })
}

function measures(server: FastifyInstance, database: Database): Registry {
  const { pool } = database
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  measureQueue(registry, database)
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.015, 0.05, 0.15, 0.5, 1.5, 5],
    registers: [registry],
  })
  new Gauge({
    name: 'database_connections',
    help: 'connections of the pool, by state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'open' }, pool.totalCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'awaited' }, pool.waitingCount)
    },
  })
  new Counter({
    name: 'database_statements_total',
    help: 'SQL statements sent by this process',
    registers: [registry],
    collect() {
      this.reset()
      this.inc(database.statements())
    },
  })
  server.addHook('onResponse', async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: String(reply.statusCode),
    }
    seconds.observe(labels, reply.elapsedTime / 1000)
  })
  return registry
}

/**
 * A proxy on this machine is a peer like any other, and may say neither for whom it asks nor under which name: a site that
 * is known elsewhere shows its measures to the token alone.
 */
function mayMeasure({ headers, socket }: FastifyRequest, { PUBLIC_URL, METRICS_TOKEN }: Operated['settings']): boolean {
  if (METRICS_TOKEN !== undefined) return isSameText(headers.authorization ?? '', `Bearer ${METRICS_TOKEN}`)
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return isLoopback(new URL(PUBLIC_URL).host) && !isForwarded && THIS_MACHINE.test(socket.remoteAddress ?? '')
}

const THIS_MACHINE = /^(127\.|::1$|::ffff:127\.)/

/** In a time that says nothing of where they differ. */
const isSameText = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest())
