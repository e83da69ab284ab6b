import { addresses, itemOf } from '#addresses'
import { placeText } from '#features/events/place-text.ts'
import { frenchRange } from '#kernel/french-dates'
import {
  button,
  facts,
  type MailCalendar,
  type MailContent,
  type MailContext,
  type MailPart,
  paragraph,
} from '#platform/mail/mail-content.ts'
import type { RegistrationDetail } from '../queries.ts'

/** What a mail of a registration is written from; its calendar entries are made when asked for. */
export type RegistrationLetter = {
  registration: RegistrationDetail
  context: MailContext
  calendar(method: 'REQUEST' | 'CANCEL'): MailCalendar
}

/** Undefined: no longer true, nothing is sent. */
export type Writer = (letter: RegistrationLetter) => MailContent | undefined

const WHY = 'Vous recevez ce mail parce que cette adresse a servi à une inscription sur Je crée dans ma région.'

/** A mail that greets, says what it has to say, and why one gets it. */
export function letter(
  { registration }: RegistrationLetter,
  about: { subject: string; body: readonly MailPart[]; calendar?: MailCalendar },
): MailContent {
  const { subject, body, calendar } = about
  return {
    subject: `${subject} : ${registration.content.title}`,
    body: [paragraph(`Bonjour ${registration.name},`), ...body],
    why: WHY,
    calendar,
  }
}

/** Date, place and contact; what is not known is left out. */
export function when({ registration: { date, event }, context: { now } }: RegistrationLetter): MailPart {
  const rows: [string, string][] = [
    ['Date', frenchRange(date.startsAt, date.endsAt ?? undefined, now)],
    ['Lieu', placeText(event)],
    ['Contact', [event.contactName, event.contactPhone, event.contactEmail].filter(Boolean).join(' · ')],
  ]
  return facts(...rows.filter(([, value]) => value !== ''))
}

/** The button to the registration's own page, where each act has its button. */
export const manage = ({ registration, context }: RegistrationLetter, label = 'Voir ou annuler mon inscription') =>
  button(label, context.publicUrl + addresses.registrations.one({ key: registration.key }))

export const toEvent = ({ registration, context }: RegistrationLetter, label: string) =>
  button(label, context.publicUrl + addresses.events.one({ item: itemOf(registration.content) }))
