import { PassThrough, type Readable } from 'node:stream'

/** A reader who does not read is let go beyond that: his browser comes back and asks for what he missed. */
const MOST_WAITING_BYTES = 1024 * 1024
/** Proxies cut lines on which nothing passes for a minute. */
const BEAT_MS = 20_000

/** A line of server-sent events (WHATWG HTML, « server-sent events ») to one open page. */
export type EventLine = {
  body: Readable
  /** One event; `id` is what the browser sends back as `Last-Event-ID`. */
  send(event: string, data: object, id?: number): void
  end(): void
  closed: Promise<void>
}

export function openEventLine(): EventLine {
  const body = new PassThrough()
  const beat = setInterval(() => body.write(': \n\n'), BEAT_MS)
  const closed = new Promise<void>((resolve) => {
    body.once('close', () => {
      clearInterval(beat)
      resolve()
    })
  })
  body.on('error', () => {})
  body.write('retry: 2000\n\n')
  return {
    body,
    closed,
    send(event, data, id) {
      if (body.destroyed) return
      if (body.readableLength + body.writableLength > MOST_WAITING_BYTES) {
        body.destroy()
        return
      }
      body.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    end() {
      body.end()
    },
  }
}
