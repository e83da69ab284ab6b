import type { MailRenderer, MailRenderers } from '#platform/mail/mail-content.ts'
import type { RegistrationMail } from './announcements.ts'
import { invitation } from './calendar.ts'
import { cancelledMail, dateCancelledMail } from './mails/end-mails.ts'
import type { Writer } from './mails/parts.ts'
import { againMail, expiredMail, heldMail, waitingMail } from './mails/queue-mails.ts'
import { confirmedMail, movedMail, promotedMail } from './mails/seat-mails.ts'
import { findById } from './queries.ts'

const WRITERS: Record<RegistrationMail, Writer> = {
  'registration-confirmed': confirmedMail,
  'registration-held': heldMail,
  'registration-waiting': waitingMail,
  'registration-promoted': promotedMail,
  'registration-expired': expiredMail,
  'registration-again': againMail,
  'registration-cancelled': cancelledMail,
  'registration-moved': movedMail,
  'registration-date-cancelled': dateCancelledMail,
}

/** The mails of a registration, written from what is true when they leave (REG-9). `from`: who organises when nobody is named. */
export function registrationMails(from: string): MailRenderers {
  return Object.fromEntries(Object.entries(WRITERS).map(([kind, write]) => [kind, renderer(write, from)]))
}

const renderer =
  (write: Writer, from: string): MailRenderer =>
  async (reader, about, context) => {
    const registration = await findById(reader, Number(about.registration))
    if (registration === undefined) return undefined
    const site = { publicUrl: context.publicUrl, from }
    return write({
      registration,
      context,
      calendar: (method) => ({ method, ics: invitation(registration, method, site) }),
    })
  }
