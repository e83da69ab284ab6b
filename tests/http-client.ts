import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Form } from './browser.ts'
import type { TestSite } from './site.ts'

export type Reply = { status: number; headers: IncomingHttpHeaders; body: string }

/** Opens the site on a port of its own; `connect` gives clients that keep their connection alive. */
export async function listen(site: TestSite): Promise<{ port: number; connect(browser?: Browser): Client }> {
  await site.app.server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = site.app.server.server.address() as AddressInfo
  return { port, connect: (browser) => new Client(port, browser?.cookieHeader ?? '') }
}

/** One connection over real HTTP, with the cookies of a browser. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #port: number
  readonly #cookie: string

  constructor(port: number, cookie: string) {
    this.#port = port
    this.#cookie = cookie
  }

  get(path: string): Promise<Reply> {
    return this.#send('GET', path, '')
  }

  post(path: string, form: Form): Promise<Reply> {
    const fields = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
    return this.#send('POST', path, new URLSearchParams(fields).toString())
  }

  close(): void {
    this.#agent.destroy()
  }

  #send(method: string, path: string, body: string): Promise<Reply> {
    const headers: Record<string, string> = {
      ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
      ...(method === 'GET' ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      'sec-fetch-site': 'same-origin',
    }
    return new Promise((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port: this.#port, method, path, headers, agent: this.#agent })
      call.on('error', reject)
      call.on('response', (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString(),
          }),
        )
      })
      call.end(body)
    })
  }
}
