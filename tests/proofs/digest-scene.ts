import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { sendDigests } from '#features/notifications/digest-actions.ts'
import { mails } from '#platform/mail/tables.ts'
import { make } from '#tests/make.ts'
import { sendWaiting } from '#tests/sent-mails.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { recommendedTo } from '#tests/told.ts'

/** A site on a morning of November, for the file that calls it: people are told of a page, and what is due leaves when asked. */
export function withDigests() {
  let site: TestSite
  let sender: { id: number }
  let event: { id: number }
  const at = (instant: string) => site.at(instant)
  const now = () => site.parts.clock.now()
  beforeAll(async () => {
    site = await openSite({ now: '2026-11-24T10:00:00Z' })
    sender = await make.person(site.database, { role: 'professional', name: 'Inès Roux' })
    event = await make.event(site.database)
  })
  afterAll(() => site.close())
  beforeEach(async () => {
    at('2026-11-24T10:00:00Z')
    await sendWaiting(site)
  })
  return {
    at,
    now,
    /** Once it is open. */
    site: () => site,
    tell: (person: { id: number; email: string }) =>
      recommendedTo(site.database, person, { contentId: event.id, senderId: sender.id, now: now() }),
    /** What leaves now: mails of their own first, then those of the day. */
    async leave(): Promise<{ to: string; subject: string; text: string }[]> {
      const own = await sendWaiting(site)
      await sendDigests(site.database, now())
      return [...own, ...(await sendWaiting(site))]
    },
    digestsOf: (personId: number) => site.database.$count(mails, sql`${mails.cause} like ${`digest:${personId}:%`}`),
  }
}
