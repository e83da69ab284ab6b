// As `npm start`, from the sources: database, pools and mailbox stay; the application is made again when a file changed.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createVite, type RunnableDevEnvironment } from 'vite'
import { listenAt } from '#platform/process/listen.ts'
import { openDemo } from '#platform/process/open-demo.ts'
import { reloading } from '#platform/process/reloading.ts'
import { runCommand } from '#platform/process/run-command.ts'
import { sourceFiles } from '#platform/process/source-files.ts'
import { readSettings } from '#platform/settings.ts'
import { welcome } from './welcome.ts'

await runCommand(async (open, stopped) => {
  const { web, jobs, mailbox } = await openDemo(open, readSettings(process.env))
  const vite = open.adopt(await createVite({ server: { middlewareMode: true, ws: false } }), (vite) => vite.close())
  const { runner } = vite.environments.ssr as RunnableDevEnvironment
  const clientFolder = await sourceFiles(web.settings.DATA_DIR)
  const site = reloading(
    () => runner.import<typeof import('#app')>('/src/app.ts'),
    async ({ createApp, loadDemo, startWorker }) => {
      if (!jobs.settings.DATABASE_URL) await loadDemo(jobs)
      const worker = await startWorker(jobs)
      const app = await createApp(web, { clientFolder })
      await app.server.ready()
      return { app, stop: () => Promise.all([app.stop(), worker.stop()]) }
    },
  )
  open.defer(async () => void (await site.stop()))
  const http = createServer((request, response) => {
    vite.middlewares(request, response, () => {
      const answer = site.current().then(({ app }) => app.server.routing(request, response))
      answer.catch((error: Error) => response.writeHead(500).end(error.stack))
    })
  })
  open.defer(() => http[Symbol.asyncDispose]())
  await listenAt(web.settings, (where) => once(http.listen(where), 'listening'))
  console.log(welcome(web.settings.PUBLIC_URL, mailbox?.address))
  await stopped
})
