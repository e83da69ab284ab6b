import { addresses } from '#addresses'
import { passesOwnRule } from '#features/files/access.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MailContent, MailContext, MailLink, MailRenderer, MailRenderers } from '#platform/mail/mail-content.ts'
import { type Addressees, addresseesOf, attachedFiles, findRegistrantMessage } from './addressee-queries.ts'
import type { RegistrationMail } from './announcements.ts'
import { invitation } from './calendar.ts'
import { nameOfEvent } from './event-rights.ts'
import { messageMail, reminderMail, thanksMail } from './mails/around-mails.ts'
import { cancelledMail, dateCancelledMail, removedMail, withdrawnMail } from './mails/end-mails.ts'
import type { RegistrationLetter, Writer } from './mails/parts.ts'
import { objectedMail, prescribedMail } from './mails/prescription-mails.ts'
import { againMail, expiredMail, heldMail, offerExpiredMail, offeredMail, waitingMail } from './mails/queue-mails.ts'
import { confirmedMail, movedMail, promotedMail, rebookedMail } from './mails/seat-mails.ts'
import { toldMail } from './mails/told-mails.ts'
import { findById, type RegistrationDetail } from './queries.ts'

type About = Record<string, string | number>
/** What a mail is written from, and the reader for the few that read more. */
type Facts = { about: About; letter: RegistrationLetter; addressees: Addressees; reader: Reader }
type Written = MailContent | undefined
type Write = (facts: Facts) => Written | Promise<Written>

const from =
  (writer: Writer): Write =>
  ({ letter }) =>
    letter.registration.anonymisedAt === null ? writer(letter) : undefined

const WRITERS: Record<RegistrationMail, Write> = {
  'registration-confirmed': from(confirmedMail),
  'registration-held': from(heldMail),
  'registration-waiting': from(waitingMail),
  'registration-promoted': from(promotedMail),
  'registration-offered': from(offeredMail),
  'registration-expired': from(expiredMail),
  'registration-offer-expired': from(offerExpiredMail),
  'registration-again': from(againMail),
  'registration-cancelled': from(cancelledMail),
  'registration-removed': from(removedMail),
  'prescription-withdrawn': from(withdrawnMail),
  'registration-moved': from(movedMail),
  'registration-rebooked': from(rebookedMail),
  'registration-date-cancelled': from(dateCancelledMail),
  'registration-prescribed': from(prescribedMail),
  'registration-reminder': (facts) => from((to) => reminderMail(to, Number(facts.about.start)))(facts),
  'registration-thanks': async (facts) => {
    const files = await filesFor(facts)
    return from((to) => thanksMail(to, files))(facts)
  },
  'registration-message': async (facts) => {
    const message = await findRegistrantMessage(facts.reader, Number(facts.about.message))
    return message && from((to) => messageMail(to, message))(facts)
  },
  'prescription-told': toldToPrescriber,
  'prescription-objected': objectionToldToPrescriber,
}

/** The mails of a registration, written from what is true when they leave (REG-9). `contact`: who organises when nobody is named. */
export function registrationMails(contact: string): MailRenderers {
  return Object.fromEntries(Object.entries(WRITERS).map(([kind, write]) => [kind, renderer(write, contact)]))
}

const renderer =
  (write: Write, contact: string): MailRenderer =>
  async (reader, about, context) => {
    const registration = await findById(reader, Number(about.registration))
    if (registration === undefined) return undefined
    const { prescriberId } = registration
    const addressees = await addresseesOf(reader, { ...registration, prescriberId: prescriberId ?? numberOf(about.to) })
    const letter = letterTo(registration, { addressees, about, contact, context })
    return write({ about, letter, addressees, reader })
  }

const numberOf = (id: string | number | undefined): number | null => (id === undefined ? null : Number(id))

function letterTo(
  registration: RegistrationDetail,
  to: { addressees: Addressees; about: About; contact: string; context: MailContext },
): RegistrationLetter {
  const { addressees, about, contact, context } = to
  const { rights, prescriber } = addressees
  const site = { publicUrl: context.publicUrl, from: contact, knowsEvent: rights.knows }
  return {
    ...{ registration, rights, prescriber, context, contactMail: contact },
    hadSeat: about.was === undefined || about.was === 'confirmed',
    calendar: (method) => ({ method, ics: invitation(registration, method, site) }),
  }
}

/** The files of the event that this person may open, as long as he may open the event. */
async function filesFor({ reader, letter, addressees }: Facts): Promise<MailLink[]> {
  if (!letter.rights.opens) return []
  const files = await attachedFiles(reader, letter.registration.content.id)
  return files
    .filter((file) => passesOwnRule(file, addressees.person))
    .map(({ key, name, description }) => ({
      label: description || name,
      href: letter.context.publicUrl + addresses.files.one({ key, name }),
    }))
}

/** Only to a professional who still contributes, and of an event as he may know it. */
function toldToPrescriber({ letter, addressees, about }: Facts): Written {
  const { registration, context } = letter
  const { prescriber } = addressees
  if (prescriber === undefined || !prescriber.mayBeTold || registration.anonymisedAt !== null) return undefined
  const event = nameOfEvent(registration, prescriber.rights, context.now)
  return toldMail({ registration, context, event, prescriber: prescriber.name, what: about.what as RegistrationMail })
}

function objectionToldToPrescriber({ letter, addressees }: Facts): Written {
  const { registration, context } = letter
  const { prescriber } = addressees
  if (prescriber === undefined || !prescriber.mayBeTold) return undefined
  const event = nameOfEvent(registration, prescriber.rights, context.now)
  const href = context.publicUrl + addresses.mySpace.prescriptions()
  return objectedMail({ registration, prescriber: prescriber.name, event, href }, context)
}
