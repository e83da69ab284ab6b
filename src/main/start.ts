import { createApp, loadDemo, startWorker } from '#app'
import { listenAt } from '#platform/process/listen.ts'
import { openDemo } from '#platform/process/open-demo.ts'
import { runCommand } from '#platform/process/run-command.ts'
import { readSettings } from '#platform/settings.ts'
import { welcome } from './welcome.ts'

await runCommand(async (open, stopped) => {
  const { web, jobs, mailbox } = await openDemo(open, readSettings(process.env))
  if (!jobs.settings.DATABASE_URL) await loadDemo(jobs)
  open.adopt(await startWorker(jobs), (worker) => worker.stop())
  const app = open.adopt(await createApp(web), (app) => app.stop())
  await listenAt(web.settings, (where) => app.server.listen(where))
  console.log(welcome(web.settings.PUBLIC_URL, mailbox?.address))
  await stopped
  console.log('Arrêt…')
})
