import { addresses } from '#addresses'
import type { NoticeToWord } from '#features/notifications/slots.ts'
import { noticesAbout } from '#features/notifications/words.ts'
import { shortDayAndHour } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { isReminderTrue, isThanksTrue } from './around-rules.ts'
import { nameOfEvent } from './event-rights.ts'
import { type RegistrationToWord, registrationsToWord } from './notice-queries.ts'

/** Reminders and thanks to those who have an account, as long as their mail would be true; the title to who may know it. */
export const reminderNotices = noticesAbout({
  kinds: ['registration-reminder', 'registration-thanks'],
  about: 'registration',
  find: (reader, ids, { id }) => registrationsToWord(reader, ids, id),
  numberOf: ({ id }) => id,
  word(one, notice, now) {
    const text = textOf(notice, one, now)
    return text === undefined ? undefined : { text, href: addresses.registrations.one({ key: one.key }) }
  },
})

function textOf({ kind, about }: NoticeToWord, one: RegistrationToWord, now: Instant): string | undefined {
  const name = nameOfEvent(one, one.rights, now)
  if (kind === 'registration-thanks') return isThanksTrue(one) ? `Merci de votre participation : ${name}` : undefined
  if (!isReminderTrue(one, Number(about.start), now)) return undefined
  return `C’est bientôt : ${name}, ${shortDayAndHour(one.date.startsAt)}`
}
