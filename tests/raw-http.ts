import { connect } from 'node:net'

/** What a server answers to bytes that no browser would send; resolves when it closes the line, or after `ms`. */
export function sendRaw(port: number, bytes: string | Buffer, ms = 3000): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    const socket = connect(port, '127.0.0.1')
    const done = () => {
      socket.destroy()
      resolve(Buffer.concat(parts).toString('latin1'))
    }
    socket.setTimeout(ms, done)
    socket.on('data', (part) => parts.push(Buffer.from(part)))
    socket.on('error', done)
    socket.on('close', done)
    socket.write(bytes)
  })
}

/** The status of the first answer, 0 when the line was closed without one. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
