import type { FastifyInstance } from 'fastify'

const LOOK_EVERY_MS = 15_000
const FORM_MS = 60_000
/** Below the worst line of a telephone, and far above what somebody sends to keep a socket busy. */
const SLOWEST_BYTES = 2_000 * (LOOK_EVERY_MS / 1000)

/** Cuts bodies that dawdle: a form after a minute, a file as soon as two looks in a row see next to nothing arrive (F9). */
export function cutSlowBodies(server: FastifyInstance, everyMs = LOOK_EVERY_MS): void {
  server.addHook('onRequest', async ({ raw, headers }) => {
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return
    const isFile = /^(multipart\/form-data|application\/offset)/i.test(headers['content-type'] ?? '')
    let seen = raw.socket?.bytesRead ?? 0
    let idle = 0
    const since = performance.now()
    const timer = setInterval(() => {
      const read = raw.socket?.bytesRead ?? 0
      idle = read - seen < SLOWEST_BYTES && !raw.isPaused() ? idle + 1 : 0
      seen = read
      if (isFile ? idle >= 2 : performance.now() - since > FORM_MS * (everyMs / LOOK_EVERY_MS)) raw.destroy()
    }, everyMs).unref()
    raw.once('end', () => clearInterval(timer)).once('close', () => clearInterval(timer))
  })
}
