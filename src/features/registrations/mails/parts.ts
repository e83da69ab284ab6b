import { addresses, itemOf } from '#addresses'
import { placeTextOfDate } from '#features/events/place-text.ts'
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
import { type EventRights, nameOfEvent } from '../event-rights.ts'
import type { RegistrationDetail } from '../queries.ts'

/** What a mail of a registration is written from; its calendar entries are made when asked for. */
export type RegistrationLetter = {
  registration: RegistrationDetail
  /** What the person may be told of the event, now. */
  rights: EventRights
  /** The professional who enrolled the person. */
  prescriber: { name: string; job: string; structure: string } | undefined
  /** Whether a seat was confirmed just before: only then is there an entry to take out of a calendar. */
  hadSeat: boolean
  /** Whom to ask about one's data. */
  contactMail: string
  context: MailContext
  calendar(method: 'REQUEST' | 'CANCEL'): MailCalendar
}

/** Undefined: no longer true, nothing is sent. */
export type Writer = (letter: RegistrationLetter) => MailContent | undefined

const SITE = 'Je crée dans ma région'
const WHY = `Vous recevez ce mail parce que cette adresse a servi à une inscription sur ${SITE}.`

/** A mail that greets, says what it has to say, and why one gets it. */
export function letter(
  about: RegistrationLetter,
  words: { subject: string; body: readonly MailPart[]; calendar?: MailCalendar },
): MailContent {
  const { subject, body, calendar } = words
  return {
    subject: `${subject} : ${eventName(about)}`,
    body: [paragraph(`Bonjour ${about.registration.name},`), ...body],
    why: why(about),
    calendar,
  }
}

export const eventName = ({ registration, rights, context }: RegistrationLetter): string =>
  nameOfEvent(registration, rights, context.now)

/** Whoever was enrolled by a professional may stop it from any mail (art. 21). */
function why(about: RegistrationLetter): string {
  const { prescriber, registration } = about
  if (registration.list.kind === 'direct') return WHY
  const by = prescriber === undefined ? 'un professionnel qui vous accompagne' : whoIs(prescriber)
  return `Vous recevez ce mail parce que ${by} a donné cette adresse pour vous inscrire à cet évènement, sur ${SITE}. Pour vous y opposer : ${objectionUrl(about)}`
}

export const objectionUrl = ({ registration, context }: RegistrationLetter): string =>
  context.publicUrl + addresses.registrations.objection({ key: registration.key })

/** « Camille Durand (conseillère, BGE Rhône) » */
export function whoIs({ name, job, structure }: { name: string; job: string; structure: string }): string {
  const rest = [job, structure].filter((part) => part !== '').join(', ')
  return rest === '' ? name : `${name} (${rest})`
}

/** Date, place, link of an online date for who has a seat, contact; what is not known is left out. */
export function when(about: Pick<RegistrationLetter, 'registration' | 'context'>): MailPart {
  const { date, event, state } = about.registration
  const rows: [string, string][] = [
    ...dateAndPlace(about),
    ['Lien de connexion', state === 'confirmed' ? date.onlineUrl : ''],
    ['Contact', [event.contactName, event.contactPhone, event.contactEmail].filter(Boolean).join(' · ')],
  ]
  return facts(...rows.filter(([, value]) => value !== ''))
}

/** The same without the link nor the contact, for who does not come; `first` are facts said before. */
export const whenForOthers = (
  about: Pick<RegistrationLetter, 'registration' | 'context'>,
  ...first: [label: string, value: string][]
): MailPart => facts(...[...first, ...dateAndPlace(about)].filter(([, value]) => value !== ''))

function dateAndPlace({
  registration: { date, event },
  context: { now },
}: Pick<RegistrationLetter, 'registration' | 'context'>): [string, string][] {
  return [
    ['Date', frenchRange(date.startsAt, date.endsAt ?? undefined, now)],
    ['Lieu', placeTextOfDate(event, date)],
  ]
}

/** The button to the registration's own page, where each act has its button. */
export const manage = ({ registration, context }: RegistrationLetter, label = 'Gérer mon inscription') =>
  button(label, context.publicUrl + addresses.registrations.one({ key: registration.key }))

/** Nothing for who may not read the page of the event. */
export const toEvent = ({ registration, rights, context }: RegistrationLetter, label: string): MailPart[] =>
  rights.opens ? [button(label, context.publicUrl + addresses.events.one({ item: itemOf(registration.content) }))] : []

/** The button to the agenda. */
export const toAgenda = ({ context }: RegistrationLetter): MailPart =>
  button('Voir les autres évènements', context.publicUrl + addresses.agenda())
