import { Agent, type IncomingMessage, request } from 'node:http'

export type Answered = { status: number; headers: IncomingMessage['headers']; body: Buffer; ms: number }
type Asked = { headers?: Record<string, string>; form?: Record<string, string> }

/** Asks as a browser does, over connections that stay open. */
export class Client {
  readonly #agent: Agent
  readonly #address: string

  constructor(address: string, connections: number) {
    this.#address = address
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  ask(path: string, { headers = {}, form }: Asked = {}): Promise<Answered> {
    const body = form && new URLSearchParams(form).toString()
    const sent = { 'accept-encoding': 'br', 'sec-fetch-site': 'same-origin', ...headers }
    const typed = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
    const began = performance.now()
    return new Promise((resolve, reject) => {
      const asking = request(`${this.#address}${path}`, {
        agent: this.#agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...sent, ...typed },
      })
      asking.once('error', reject)
      asking.once('response', async (answer) => {
        const parts: Buffer[] = []
        for await (const part of answer) parts.push(part as Buffer)
        const { statusCode: status = 0, headers } = answer
        resolve({ status, headers, body: Buffer.concat(parts), ms: performance.now() - began })
      })
      asking.end(body)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}

/** The sum of one of the figures that `/metriques` gives. */
export async function metric(client: Client, name: string): Promise<number> {
  const { body } = await client.ask('/metriques')
  const line = body
    .toString()
    .split('\n')
    .find((text) => text.startsWith(`${name} `))
  return Number(line?.split(' ')[1])
}
