import type { Actor } from '#features/accounts/actor.ts'
import type { EventPageFacts } from '#features/events/queries.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { MailContent } from '#platform/mail/mail-content.ts'
import { addresseesOf } from './addressee-queries.ts'
import { eventRights } from './event-rights.ts'
import { prescribedMail } from './mails/prescription-mails.ts'
import type { DateToPrescribe } from './prescription-queries.ts'
import type { RegistrationDetail } from './queries.ts'

type Intent = { event: EventPageFacts; date: DateToPrescribe; actor: Actor; isFull: boolean }
type Site = { publicUrl: string; contactMail: string; now: Instant }

/**
 * The mail that a person would get if enrolled now, as somebody without an account reads it: whether the address has one is
 * not told (B19). Two statements.
 */
export async function prescriptionMail(reader: Reader, intent: Intent, site: Site): Promise<MailContent | undefined> {
  const { event, actor } = intent
  const { prescriber } = await addresseesOf(reader, { personId: null, prescriberId: actor.id, content: event })
  return prescribedMail({
    registration: imagined(intent, site.now),
    rights: eventRights(event.rights, undefined),
    prescriber,
    hadSeat: false,
    contactMail: site.contactMail,
    context: { publicUrl: site.publicUrl, now: site.now },
    calendar: (method) => ({ method, ics: '' }),
  })
}

function imagined({ event, date: { date, list }, actor, isFull }: Intent, now: Instant): RegistrationDetail {
  const { id, slug, title, summary, rights } = event
  return {
    ...{ id: 0, key: 'lien-personnel', receipt: '', name: '[nom de la personne]', email: '', phone: '' },
    ...{ state: isFull ? 'waiting' : 'confirmed', rank: list.waiting + 1, heldUntil: null, settledAt: null },
    ...{ verifiedAt: now, createdAt: now, personId: null, prescriberId: actor.id },
    ...{ presence: null, sequence: 0, anonymisedAt: null, list, event: event.event },
    // The link itself is for who has a seat.
    date: { ...date, onlineUrl: date.onlineUrl && '[le lien, pour elle seule]' },
    content: { id, slug, title, summary, state: rights.state, access: rights.access },
  }
}
