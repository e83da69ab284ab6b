import { addresses, itemOf } from '#addresses'
import { button, links, type MailContent, type MailLink, paragraph, quote } from '#platform/mail/mail-content.ts'
import { isReminderTrue, isThanksTrue } from '../around-rules.ts'
import { isActive } from '../rules.ts'
import { eventName, letter, manage, type RegistrationLetter, when, whenForOthers } from './parts.ts'

/** What a person with an account may not want (`#features/notifications`). */
const TOPIC = 'reminders'

/** Two days before (REG-9). `start`: the beginning that it was queued for; a date moved since then has another. */
export function reminderMail(about: RegistrationLetter, start: number): MailContent | undefined {
  if (!isReminderTrue(about.registration, start, about.context.now)) return undefined
  const content = letter(about, {
    subject: 'C’est bientôt',
    body: [
      paragraph('Votre place vous attend. Voici où et quand.'),
      when(about),
      paragraph('Vous ne pouvez plus venir ? Rendez votre place : elle ira à quelqu’un qui l’attend.'),
      manage(about),
    ],
  })
  return { ...content, topic: TOPIC }
}

/** The day after, to those who came as far as is known, with what the event leaves them. */
export function thanksMail(about: RegistrationLetter, files: readonly MailLink[]): MailContent | undefined {
  const { content } = about.registration
  if (!isThanksTrue(about.registration)) return undefined
  const { publicUrl } = about.context
  const agenda = publicUrl + addresses.agenda()
  const written = letter(about, {
    subject: 'Merci de votre participation',
    body: [
      paragraph('Merci d’avoir participé. Bonne suite à votre projet !'),
      whenForOthers(about),
      ...(files.length === 0 ? [] : [links('Les documents de l’évènement', ...files)]),
      ...(about.rights.opens
        ? [button('Revoir l’évènement', publicUrl + addresses.events.one({ item: itemOf(content) }))]
        : []),
      links('Et ensuite', { label: 'Voir les autres évènements', href: agenda }),
    ],
  })
  return { ...written, topic: TOPIC }
}

/** Words of the organiser to those on his lists (REG-8); an answer goes to the contact of the event. */
export function messageMail(
  about: RegistrationLetter,
  message: { subject: string; body: string },
): MailContent | undefined {
  const { registration } = about
  if (!isActive(registration.state)) return undefined
  const { contactName, contactEmail } = registration.event
  const content = letter(about, {
    subject: message.subject,
    body: [
      paragraph(`L’organisateur vous écrit au sujet de votre inscription : ${eventName(about)}.`),
      quote(message.body, contactName || 'L’organisateur'),
      when(about),
      manage(about),
    ],
  })
  return { ...content, replyTo: contactEmail === '' ? undefined : contactEmail }
}
