import { createTransport, type SendMailOptions } from 'nodemailer'
import { type Outcome, outcomeOf } from './relay-answer.ts'

/** The way out: hands one message to the SMTP relay and says what it answered. */
export type Relay = {
  send(message: SendMailOptions, signal?: AbortSignal): Promise<Outcome>
  close(): void
}

/** A relay that hangs costs one slot of the worker for this long at most. */
const LONGEST_TRY_MS = 30_000

/** As many connections as mails sent at once, so that no message waits inside the pool after its try has ended. */
export function openRelay(smtpUrl: string, connections = 4): Relay {
  const transport = createTransport({
    pool: true,
    url: smtpUrl,
    maxConnections: connections,
    maxMessages: 100,
    maxRequeues: 0,
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  transport.on('error', () => {})
  return {
    async send(message, signal) {
      const signals = [AbortSignal.timeout(LONGEST_TRY_MS), ...(signal === undefined ? [] : [signal])]
      try {
        const { response } = await transport.sendMail({ ...message, signal: AbortSignal.any(signals) })
        return { kind: 'sent', answer: response }
      } catch (error) {
        return outcomeOf(error)
      }
    },
    close: () => transport.close({ force: true }),
  }
}
