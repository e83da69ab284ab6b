import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/** What the sink does with one try. `cut`: the line goes dead when the recipient is told, or after the final dot, without an answer. */
export type Verdict =
  | 'accept'
  | { refuse: number; text?: string; at?: 'recipient' | 'data' }
  | { cut: 'at-recipient' | 'after-data' }
  | { hangMs: number }

export type Accepted = { recipient: string; messageId: string; raw: string }

export type SinkOptions = {
  /** Decides each try; `tries` counts those of that recipient, from 1. */
  decide?: (recipient: string, tries: number) => Verdict
  /** How long the server takes to answer about a recipient. */
  latencyMs?: number
  /** How long it takes, once it has the whole message, to answer that it took it. */
  dotMs?: number
}

export type Sink = {
  url: string
  /** What was taken, even when who sent it died before the answer, as real servers do (RFC 1047). */
  accepted: Accepted[]
  tries(recipient: string): number
  parsed(recipient: string): Promise<ParsedMail>
  close(): Promise<void>
}

/** A real SMTP server on a free port, which answers as told. */
export async function openSink(options: SinkOptions = {}): Promise<Sink> {
  const accepted: Accepted[] = []
  const tries = new Map<string, number>()
  const verdicts = new Map<string, Verdict>()
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 200,
    async onRcptTo({ address }, session, done) {
      const count = (tries.get(address) ?? 0) + 1
      tries.set(address, count)
      const verdict = options.decide?.(address, count) ?? 'accept'
      verdicts.set(session.id, verdict)
      await pause(options.latencyMs ?? 0)
      if (cuts(verdict, 'at-recipient')) return cut(server, session)
      done(refusal(verdict, 'recipient'))
    },
    async onData(stream, session, done) {
      const raw = await whole(stream)
      if (raw === undefined) return
      const verdict = verdicts.get(session.id) ?? 'accept'
      await pause(typeof verdict === 'object' && 'hangMs' in verdict ? verdict.hangMs : (options.dotMs ?? 0))
      if (cuts(verdict, 'after-data')) return cut(server, session)
      const refused = refusal(verdict, 'data')
      const recipient = session.envelope.rcptTo.map(({ address }) => address).join(', ')
      if (refused === null) accepted.push({ recipient, messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '', raw })
      done(refused)
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    tries: (recipient) => tries.get(recipient) ?? 0,
    parsed: (recipient) => simpleParser(accepted.find((mail) => mail.recipient === recipient)?.raw ?? ''),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Undefined: the line went dead before the final dot. */
async function whole(stream: Readable): Promise<string | undefined> {
  try {
    return Buffer.concat(await stream.toArray()).toString()
  } catch {
    return undefined
  }
}

const cuts = (verdict: Verdict, when: 'at-recipient' | 'after-data'): boolean =>
  typeof verdict === 'object' && 'cut' in verdict && verdict.cut === when

function refusal(verdict: Verdict, at: 'recipient' | 'data'): Error | null {
  if (typeof verdict !== 'object' || !('refuse' in verdict) || (verdict.at ?? 'data') !== at) return null
  return Object.assign(new Error(verdict.text ?? 'not now'), { responseCode: verdict.refuse })
}

type Line = { id: string; _socket: { destroy(): void } }

function cut(server: SMTPServer, session: SMTPServerSession): void {
  const { connections } = server as unknown as { connections: Set<Line> }
  for (const line of connections) if (line.id === session.id) line._socket.destroy()
}
