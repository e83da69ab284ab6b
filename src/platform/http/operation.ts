import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { addresses } from '#addresses'
import { answers, type Database } from '#platform/database/database.ts'
import { measureQueue } from '#platform/jobs/queue-gauges.ts'

/** What operators read: `/sante`, and `/metriques` for peers of this machine or its private network. */
export function registerOperation(server: FastifyInstance, database: Database): void {
  server.get(addresses.health.path, async (_request, reply) => {
    const well = await answers(database, 2000)
    return reply
      .code(well ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ database: well ? 'ok' : 'unreachable' })
  })
  const registry = measures(server, database)
  server.get(addresses.metrics.path, async (request, reply) => {
    if (!isPrivatePeer(request)) return reply.callNotFound()
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

const PRIVATE = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|::ffff:127\.|f[cd])/

/** A peer that reached us directly from this machine or its private network, not through a proxy. */
function isPrivatePeer(request: FastifyRequest): boolean {
  const forwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined
  return !forwarded && PRIVATE.test(request.socket.remoteAddress ?? '')
}
