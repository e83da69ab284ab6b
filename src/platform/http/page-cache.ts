import type { IncomingMessage, ServerResponse } from 'node:http'
import { hashOf } from '#platform/keys.ts'
import { acceptedEncoding, type Encoding, encode } from './encoding.ts'

type Kept = {
  tags: readonly string[]
  etag: string
  headers: Record<string, string>
  body: Buffer
  encoded: Partial<Record<Encoding, { body: Buffer; headers: string[] }>>
  bytes: number
  until: number
}

export type ToKeep = { tags: readonly string[]; headers: Record<string, string>; body: Buffer }

const MOST_BYTES = 64 * 1024 * 1024
const SECONDS = 60

/**
 * Pages of anonymous visitors, by address. A write names tags, and what carries one is dropped, in every process
 * (LISTEN/NOTIFY). Without that line to the database nothing is kept. Entries live a minute at most, since time passes too.
 */
export class PageCache {
  readonly #kept = new Map<string, Kept>()
  readonly #dropped = new Map<string, number>()
  #bytes = 0
  #turn = 0
  #listening = false
  #emptied = 0

  /** Call when the line to the database opens or breaks. */
  listening(yes: boolean): void {
    this.#listening = yes
    if (!yes) this.clear()
  }

  /** To take before reading what a page shows: a write since then forbids keeping it. */
  turn(): number {
    return this.#turn
  }

  drop(tag: string): void {
    this.#dropped.set(tag, ++this.#turn)
    for (const [address, kept] of this.#kept) if (kept.tags.includes(tag)) this.#forget(address, kept)
  }

  clear(): void {
    this.#emptied = ++this.#turn
    this.#kept.clear()
    this.#bytes = 0
  }

  keep(address: string, page: ToKeep, since: number): void {
    const stale = since < this.#emptied || page.tags.some((tag) => (this.#dropped.get(tag) ?? 0) > since)
    if (!this.#listening || stale || address.length > 2000) return
    const before = this.#kept.get(address)
    if (before !== undefined) this.#forget(address, before)
    const bytes = page.body.length * 2 + 2000
    this.#kept.set(address, {
      ...page,
      etag: `"${hashOf(page.body.toString('latin1')).slice(0, 22)}"`,
      encoded: {},
      bytes,
      until: performance.now() + SECONDS * 1000,
    })
    this.#bytes += bytes
    for (const [oldest, kept] of this.#kept) {
      if (this.#bytes <= MOST_BYTES) break
      this.#forget(oldest, kept)
    }
  }

  /** Answers a request from memory; false when it must be made. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    const kept = this.#kept.get(request.url ?? '')
    if (kept === undefined) return false
    if (kept.until < performance.now()) {
      this.#forget(request.url ?? '', kept)
      return false
    }
    const sent = this.#encodedFor(kept, acceptedEncoding(request.headers['accept-encoding']))
    if (request.headers['if-none-match'] === kept.etag) {
      response.writeHead(304, sent.headers)
      response.end()
    } else {
      response.writeHead(200, sent.headers)
      response.end(request.method === 'HEAD' ? undefined : sent.body)
    }
    return true
  }

  #encodedFor(kept: Kept, encoding: Encoding): { body: Buffer; headers: string[] } {
    const ready = kept.encoded[encoding]
    if (ready !== undefined) return ready
    const body = encode(kept.body, encoding, 7)
    const headers = Object.entries({
      ...kept.headers,
      etag: kept.etag,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      'content-length': String(body.length),
    }).flat()
    const made = { body, headers }
    kept.encoded[encoding] = made
    return made
  }

  #forget(address: string, kept: Kept): void {
    if (this.#kept.delete(address)) this.#bytes -= kept.bytes
  }
}
