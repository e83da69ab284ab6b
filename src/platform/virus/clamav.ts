import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'

export type Scan = { kind: 'clean' } | { kind: 'virus'; name: string } | { kind: 'too-large' } | { kind: 'away' }

export type VirusScan = (path: string) => Promise<Scan>

const LONGEST_SILENCE_MS = 30_000

/** No clamd is set to refuse less. */
const SMALLEST_LIMIT = 1_000_000

/** Asks clamd about a file by INSTREAM (https://docs.clamav.net/manual/Usage/Scanning.html#clamd); without one, all is clean. */
export function openVirusScan(url: string | undefined): VirusScan {
  if (url === undefined) return async () => ({ kind: 'clean' })
  return (path) => scan(url, path)
}

async function scan(url: string, path: string): Promise<Scan> {
  const verdict = verdictOf(await converse(url, (socket) => sendFile(socket, path)))
  if (verdict.kind !== 'away' || (await stat(path)).size < SMALLEST_LIMIT) return verdict
  // clamd hangs up on a stream too long for it, and the line may break before its word is read: it lives all the same.
  const said = await converse(url, (socket) => write(socket, Buffer.from('zPING\0')))
  return said.startsWith('PONG') ? { kind: 'too-large' } : verdict
}

/** What clamd says while, or after, it is told something. */
async function converse(url: string, tell: (socket: Socket) => Promise<void>): Promise<string> {
  const socket = connectTo(url)
  socket.setTimeout(LONGEST_SILENCE_MS, () => socket.destroy())
  const answer = answerOf(socket)
  await Promise.race([answer, tell(socket).catch(() => {})])
  const said = await answer
  socket.destroy()
  return said
}

function connectTo(url: string): Socket {
  const [, host, port] = /^tcp:\/\/([^/:]+):(\d+)$/.exec(url) ?? []
  if (host !== undefined) return connect({ host, port: Number(port) })
  return connect({ path: url.replace(/^unix:(\/\/)?/, '') })
}

/** What was said before the end, however it ended. */
function answerOf(socket: Socket): Promise<string> {
  let text = ''
  socket.on('data', (piece) => {
    text += piece
  })
  return new Promise((resolve) => {
    socket.once('error', () => {})
    for (const event of ['end', 'close'] as const) socket.once(event, () => resolve(text))
  })
}

/** Each piece with its length before it, then a length of nought. */
async function sendFile(socket: Socket, path: string): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    await write(socket, Buffer.concat([length, piece]))
  }
  await write(socket, Buffer.alloc(4))
}

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    if (socket.destroyed) return reject(new Error('hung up'))
    socket.write(bytes, (error) => (error ? reject(error) : resolve()))
  })

function verdictOf(answer: string): Scan {
  const text = answer.replaceAll('\0', '').trim()
  if (text.endsWith(': OK')) return { kind: 'clean' }
  if (/size limit exceeded/i.test(text)) return { kind: 'too-large' }
  const virus = /: (.+) FOUND$/.exec(text)?.[1]
  return virus === undefined ? { kind: 'away' } : { kind: 'virus', name: virus }
}
