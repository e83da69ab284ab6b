import { addresses } from '#addresses'
import type { NoticeTexts, NoticeToWord } from '#features/notifications/slots.ts'
import { numbersOf, wordEach } from '#features/notifications/words.ts'
import { shortDayAndHour } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { isReminderTrue, isThanksTrue } from './around-rules.ts'
import { nameOfEvent } from './event-rights.ts'
import { type RegistrationToWord, registrationsToWord } from './notice-queries.ts'

/** Reminders and thanks to those who have an account, as long as their mail would be true; the title to who may know it. */
export const reminderNotices: NoticeTexts = {
  kinds: ['registration-reminder', 'registration-thanks'],
  async words(reader, notices, { id, now }) {
    const rows = await registrationsToWord(reader, numbersOf(notices, 'registration'), id)
    const found = new Map(rows.map((row) => [row.id, row]))
    return wordEach(notices, (notice) => {
      const one = found.get(Number(notice.about.registration))
      const text = one && textOf(notice, one, now)
      return text === undefined || one === undefined
        ? undefined
        : { text, href: addresses.registrations.one({ key: one.key }) }
    })
  },
}

function textOf({ kind, about }: NoticeToWord, one: RegistrationToWord, now: Instant): string | undefined {
  const name = nameOfEvent(one, one.rights, now)
  if (kind === 'registration-thanks') return isThanksTrue(one) ? `Merci de votre participation : ${name}` : undefined
  if (!isReminderTrue(one, Number(about.start), now)) return undefined
  return `C’est bientôt : ${name}, ${shortDayAndHour(one.date.startsAt)}`
}
