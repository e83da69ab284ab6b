import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to PostgreSQL that a test may cut, block and mend: what a network and a restart do. */
export type Line = {
  url: string
  /** Every line breaks, and new ones are refused. */
  cut(): Promise<void>
  /** Nothing passes any more, and nobody says so. */
  block(): void
  mend(): Promise<void>
  close(): Promise<void>
}

export async function openLine(databaseUrl: string): Promise<Line> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isBlocked = false
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (part) => isBlocked || far.write(part))
    far.on('data', (part) => isBlocked || near.write(part))
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const cut = () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    for (const socket of sockets) socket.destroy()
    return closed
  }
  return {
    url: Object.assign(new URL(databaseUrl), { host: `127.0.0.1:${port}` }).href,
    cut,
    block() {
      isBlocked = true
    },
    async mend() {
      if (isBlocked) for (const socket of sockets) socket.destroy()
      isBlocked = false
      if (!server.listening) await listen(port)
    },
    close: async () => (server.listening ? cut() : undefined),
  }
}
