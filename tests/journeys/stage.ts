import { cp, mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { Browser } from 'playwright-core'
import { type App, createApp, startWorker } from '#app'
import { systemClock } from '#platform/clock.ts'
import { type Database, openDatabase, WEB_LIMITS, WORKER_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import type { Parts } from '#platform/parts.ts'
import { readSettings } from '#platform/settings.ts'
import { openSink, type Sink } from '#tests/smtp-sink.ts'
import { demoDatabase } from './demo-database.ts'
import { openVisitor, type Visitor } from './visitor.ts'

const LONGEST_MAIL_MS = 20_000

export type Stage = {
  url: string
  app: App
  database: Database
  /** Somebody with a browser of their own. */
  visitor(): Promise<Visitor>
  /** The newest mail to that address whose subject holds these words, once the worker has sent it. */
  mail(recipient: string, subject: string): Promise<ParsedMail>
  close(): Promise<void>
}

export type StageOptions = { browser: Browser; javaScript: boolean; settings?: Record<string, string> }

/** The whole product, as in `npm start`: the demo, the site on a port of its own, its worker, a mail server. */
export async function openStage({ browser, javaScript, settings: more }: StageOptions): Promise<Stage> {
  const demo = await demoDatabase()
  const sink = await openSink()
  const url = `http://localhost:${await freePort()}`
  const log = createLog(process.env.LOG_LEVEL ?? 'silent')
  const folder = await mkdtemp(join(tmpdir(), 'jcdmr-files-'))
  await cp(demo.files, folder, { recursive: true })
  const own = { PUBLIC_URL: url, GEOCODER_URL: 'embedded', SMTP_URL: sink.url, FILES_URL: `file:${folder}` }
  const given = readSettings({ ...own, ...more })
  const parts: Parts = {
    database: openDatabase(demo.url, WEB_LIMITS, log),
    databaseUrl: demo.url,
    clock: systemClock,
    fetch,
    log,
    settings: { ...given, SECRET: 'a secret of thirty-two characters, for tests' },
  }
  const background = openDatabase(demo.url, WORKER_LIMITS, log)
  const worker = await startWorker({ ...parts, database: background })
  const app = await createApp(parts)
  await app.server.listen({ port: Number(new URL(url).port), host: '127.0.0.1' })
  const visitors: Visitor[] = []
  return {
    url,
    app,
    database: parts.database,
    async visitor() {
      const visitor = await openVisitor(browser, { url, javaScript })
      visitors.push(visitor)
      return visitor
    },
    mail: (recipient, subject) => mailOf(sink, recipient, subject),
    async close() {
      for (const visitor of visitors) await visitor.leave()
      await worker.stop()
      await app.stop()
      await Promise.all([parts.database.close(), background.close(), sink.close()])
      await demo.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function mailOf(sink: Sink, recipient: string, subject: string): Promise<ParsedMail> {
  const seen = new Set<string>()
  for (const end = Date.now() + LONGEST_MAIL_MS; Date.now() < end; await pause(50)) {
    for (const { raw } of sink.accepted.filter((mail) => mail.recipient === recipient).reverse()) {
      const mail = await simpleParser(raw)
      if (mail.subject?.includes(subject)) return mail
      seen.add(mail.subject ?? '')
    }
  }
  throw new Error(`no mail « ${subject} » to ${recipient}, only: ${[...seen].join(' | ')}`)
}

/** The address that the button of a mail opens. */
export function buttonOf(mail: ParsedMail): string {
  const link = /<a class="button"[^>]*href="(http[^"]+)"/.exec(mail.html || '')?.[1]
  if (link === undefined) throw new Error(`no button in « ${mail.subject} »`)
  return link.replaceAll('&amp;', '&')
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
