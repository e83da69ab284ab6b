import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Log } from '#platform/log.ts'

export type Mailbox = { smtpUrl: string; address: string; ready: Promise<void>; stop(): void }

/**
 * The mailbox of the demo, in a process of its own that ends with this one, even killed. Mails wait in a folder: none is
 * lost by a restart. Its SMTP port is the one after its web port. `ready` comes also when it cannot start: the log says why.
 */
export function startMailbox(settings: { MAILBOX_PORT: number; DATA_DIR: string }, log: Log): Mailbox {
  const { MAILBOX_PORT: port, DATA_DIR } = settings
  const child = fork('src/main/mailbox.ts', [String(port), join(DATA_DIR, 'mails')], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ready = new Promise<void>((resolve) => {
    child.once('message', (said: { failure?: string }) => {
      if (said.failure) log.error(`Boîte aux lettres de démonstration (MAILBOX_PORT=${port}) : ${said.failure}`)
      resolve()
    })
    child.once('exit', () => resolve())
  })
  child.unref()
  child.channel?.unref()
  return {
    smtpUrl: `smtp://127.0.0.1:${port + 1}`,
    address: `http://localhost:${port}/`,
    ready,
    stop: () => {
      if (child.connected) child.disconnect()
    },
  }
}
