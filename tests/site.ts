import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { type App, createApp } from '#app'
import type { Instant } from '#kernel/time'
import { systemClock } from '#platform/clock.ts'
import { type Database, openDatabase, WEB_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import type { MailContent } from '#platform/mail/mail-content.ts'
import { mails } from '#platform/mail/tables.ts'
import { writtenMail } from '#platform/mail/written-mail.ts'
import type { Parts } from '#platform/parts.ts'
import { readSettings } from '#platform/settings.ts'
import { writing } from '../src/app/worker.ts'
import { Browser } from './browser.ts'
import { freshDatabase } from './database.ts'

export type TestSite = {
  app: App
  parts: Parts
  database: Database
  /** A new visitor, with cookies of its own. */
  browser(): Browser
  /** Every mail written so far, or those of a kind to somebody, as they would leave now. */
  mails(only?: { kind: string; recipient: string }): Promise<SentMail[]>
  /** Moves the clock, when `now` was given. */
  at(now: string): void
  close(): Promise<void>
}

export type SentMail = { id: number; kind: string; recipient: string; content: MailContent | undefined }

export type SiteOptions = { now?: string; settings?: Record<string, string>; parts?: Partial<Parts> }

/** The whole application on a database of its own: real PostgreSQL, no socket. `now` fixes the clock. */
export async function openSite(options: SiteOptions = {}): Promise<TestSite> {
  const fresh = await freshDatabase()
  const log = createLog(process.env.LOG_LEVEL ?? 'silent')
  let now: Instant | undefined = options.now === undefined ? undefined : Temporal.Instant.from(options.now)
  const folder = await mkdtemp(join(tmpdir(), 'jcdmr-files-'))
  const given = { PUBLIC_URL: 'http://localhost:3000', GEOCODER_URL: 'embedded', FILES_URL: `file:${folder}` }
  const settings = readSettings({ ...given, ...options.settings })
  const database = openDatabase(fresh.url, WEB_LIMITS, log)
  const parts: Parts = {
    database,
    databaseUrl: fresh.url,
    clock: { now: () => now ?? systemClock.now() },
    fetch,
    log,
    settings: { ...settings, SECRET: 'a secret of thirty-two characters, for tests' },
    ...options.parts,
  }
  const app = await createApp(parts)
  await app.server.ready()
  return {
    app,
    parts,
    database,
    browser: () => new Browser(app.server),
    mails: (only) => mailsOf(parts, only),
    at(next) {
      now = Temporal.Instant.from(next)
    },
    async close() {
      await app.stop()
      await database.close()
      await fresh.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function mailsOf(parts: Parts, only?: { kind: string; recipient: string }): Promise<SentMail[]> {
  const written = writing(parts)
  const which = only && and(eq(mails.kind, only.kind), eq(mails.recipient, only.recipient))
  const rows = await parts.database.select().from(mails).where(which).orderBy(mails.id)
  const context = { publicUrl: parts.settings.PUBLIC_URL, now: parts.clock.now() }
  return Promise.all(
    rows.map(async (mail) => {
      const { id, kind, recipient } = mail
      return { id, kind, recipient, content: await writtenMail(written, parts.database, mail, context) }
    }),
  )
}
