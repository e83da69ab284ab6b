// The mailbox of the demo, started by `npm start`: it ends when its parent does.
import { mkdir } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { MailDev } from 'maildev'

const [port, folder = ''] = process.argv.slice(2)
const local = '127.0.0.1'

process.on('disconnect', () => process.exit())
// Ctrl-C reaches the whole group: the parent stops first, so that its last mails arrive.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})

await mkdir(folder, { recursive: true })
for (let attempt = 0; ; attempt++) {
  const mailbox = new MailDev({
    web: Number(port),
    webIp: local,
    smtp: Number(port) + 1,
    ip: local,
    mailDirectory: folder,
    silent: true,
  })
  const failure = await mailbox.start().then(
    () => undefined,
    (error: Error) => error.message,
  )
  // The mailbox of a killed site takes a moment to leave its port.
  if (failure === undefined || attempt === 10) {
    process.send?.({ failure })
    if (failure) process.exit(1)
    break
  }
  await mailbox.stop().catch(() => {})
  await pause(100)
}
