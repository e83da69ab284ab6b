import { openDatabase, WORKER_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import type { MailRenderers } from '#platform/mail/mail-content.ts'
import { paragraph } from '#platform/mail/mail-content.ts'
import { openRelay } from '#platform/mail/relay.ts'
import type { Mailing } from '#platform/mail/send-waiting-mail.ts'
import { readSettings } from '#platform/settings.ts'
import { freshDatabase } from './database.ts'
import { openSink, type SinkOptions } from './smtp-sink.ts'

export const NOON = Temporal.Instant.from('2026-11-24T11:00:00Z')

/** A clock that a test moves. */
function movableClock(start = NOON) {
  let now = start
  return {
    now: () => now,
    move: (by: Temporal.DurationLike) => {
      now = now.add(by)
    },
  }
}

/** The plainest kind of mail, whose subject is what `about` says. */
const plainRenderers: MailRenderers = {
  plain: async (_reader, about) => ({
    subject: String(about.subject ?? 'Bonjour'),
    body: [paragraph('Un mot pour vous.')],
    why: 'Vous recevez ce mail parce que c’est un essai.',
  }),
}

export type MailingOptions = SinkOptions & Partial<Pick<Mailing, 'renderers' | 'wants' | 'schedule'>>

/** A migrated database, an SMTP server that answers as told, and all that sending needs between them. */
export async function openMailing(options: MailingOptions = {}) {
  const { url, drop } = await freshDatabase()
  const log = createLog('silent')
  const database = openDatabase(url, WORKER_LIMITS, log)
  const sink = await openSink(options)
  const clock = movableClock()
  const settings = {
    ...readSettings({ PUBLIC_URL: 'https://site.example' }),
    SECRET: 'a secret of at least 32 letters, kept',
  }
  const relay = openRelay(sink.url)
  const mailing: Mailing = {
    parts: { database, clock, settings, log },
    relay,
    renderers: options.renderers ?? plainRenderers,
    wants: options.wants ?? (async () => 'at-once' as const),
    schedule: options.schedule,
  }
  return {
    mailing,
    database,
    sink,
    clock,
    url,
    async close() {
      relay.close()
      await sink.close()
      await database.close()
      await drop()
    },
  }
}
