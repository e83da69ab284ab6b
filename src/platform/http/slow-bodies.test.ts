import { type AddressInfo, connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { cutSlowBodies } from './slow-bodies.ts'

const EVERY_MS = 60

async function open() {
  const server = Fastify()
  cutSlowBodies(server, EVERY_MS)
  server.addContentTypeParser('*', (_request, body, done) => {
    body
      .resume()
      .on('end', () => done(null))
      .on('error', done)
  })
  server.post('/', async () => 'whole')
  await server.listen({ host: '127.0.0.1', port: 0 })
  return { server, port: (server.server.address() as AddressInfo).port }
}

/** Sends `pieces` of `bytes` with a pause between; what came back before the line closed. */
async function send(
  port: number,
  type: string,
  drip: { bytes: number; pieces: number; every: number },
): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port })
  let said = ''
  socket.on('data', (piece) => {
    said += piece
  })
  // A line that is cut may end by a reset: `once` of node:events would take it for a failure.
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  const length = drip.bytes * drip.pieces
  socket.write(
    `POST / HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: ${type}\r\ncontent-length: ${length}\r\n\r\n`,
  )
  for (let turn = 0; turn < drip.pieces && !socket.destroyed; turn++) {
    socket.write(Buffer.alloc(drip.bytes, 97))
    await pause(drip.every)
  }
  await closed
  return said
}

test('F9: a byte now and then is cut, a slow but steady file is not, a form has its minute', async () => {
  const { server, port } = await open()
  const file = 'multipart/form-data; boundary=x'
  expect(await send(port, file, { bytes: 1, pieces: 60, every: 20 })).toBe('')
  expect(await send(port, file, { bytes: 100_000, pieces: 12, every: 30 })).toContain('whole')
  expect(await send(port, 'application/x-www-form-urlencoded', { bytes: 5, pieces: 100, every: 20 })).toBe('')
  expect(await send(port, 'application/x-www-form-urlencoded', { bytes: 5, pieces: 3, every: 5 })).toContain('whole')
  await server.close()
})
