import { addresses, itemOf } from '#addresses'
import { placeText } from '#features/events/place-text.ts'
import { frenchHour, frenchRange } from '#kernel/french-dates'
import type { Reader } from '#platform/database/database.ts'
import {
  button,
  facts,
  type MailContent,
  type MailContext,
  type MailPart,
  type MailRenderers,
  paragraph,
} from '#platform/mail/mail-content.ts'
import type { RegistrationMail } from './announcements.ts'
import { invitation } from './calendar.ts'
import { findById, type RegistrationDetail } from './queries.ts'
import { ordinal } from './texts.ts'

type Writer = (registration: RegistrationDetail, context: MailContext) => MailContent | undefined

const WHY = 'Vous recevez ce mail parce que cette adresse a servi à une inscription sur Je crée dans ma région.'

/** The mails of a registration, written from what is true when they leave. */
export function registrationMails(from: string): MailRenderers {
  const writers: Record<RegistrationMail, Writer> = {
    'registration-confirmed': confirmed(from),
    'registration-held': held,
    'registration-waiting': waiting,
    'registration-promoted': promoted(from),
    'registration-expired': expired,
    'registration-again': again,
    'registration-cancelled': cancelled(from),
    'registration-moved': moved(from),
    'registration-date-cancelled': dateCancelled(from),
  }
  return Object.fromEntries(
    Object.entries(writers).map(([kind, write]) => [
      kind,
      async (reader: Reader, about: Record<string, string | number>, context: MailContext) => {
        const registration = await findById(reader, Number(about.registration))
        return registration === undefined ? undefined : write(registration, context)
      },
    ]),
  )
}

const linkOf = ({ key }: RegistrationDetail, { publicUrl }: MailContext) =>
  publicUrl + addresses.registrations.one({ key })

function when({ date, event }: RegistrationDetail, { now }: MailContext): MailPart {
  const rows: [string, string][] = [
    ['Date', frenchRange(date.startsAt, date.endsAt ?? undefined, now)],
    ['Lieu', placeText(event)],
    ['Contact', [event.contactName, event.contactPhone, event.contactEmail].filter(Boolean).join(' · ')],
  ]
  return facts(...rows.filter(([, value]) => value !== ''))
}

const manage = (registration: RegistrationDetail, context: MailContext, label = 'Voir ou annuler mon inscription') =>
  button(label, linkOf(registration, context))

const calendarOf = (registration: RegistrationDetail, context: MailContext, from: string) => ({
  method: 'REQUEST' as const,
  ics: invitation(registration, 'REQUEST', { publicUrl: context.publicUrl, from }),
})

const confirmed =
  (from: string): Writer =>
  (registration, context) =>
    registration.state !== 'confirmed' || registration.date.cancelledAt !== null
      ? undefined
      : {
          subject: `Inscription confirmée : ${registration.content.title}`,
          body: [
            paragraph(`Bonjour ${registration.name},`),
            paragraph('Votre place est réservée. L’invitation jointe l’ajoute à votre agenda.'),
            when(registration, context),
            manage(registration, context),
          ],
          why: WHY,
          calendar: calendarOf(registration, context, from),
        }

const held: Writer = (registration, context) =>
  registration.state !== 'held' && registration.state !== 'expired'
    ? undefined
    : {
        subject: `Confirmez votre inscription : ${registration.content.title}`,
        body: [
          paragraph(`Bonjour ${registration.name},`),
          paragraph(
            registration.heldUntil === null
              ? 'Vous pouvez encore confirmer : s’il reste une place, elle est à vous.'
              : `Une place vous est gardée jusqu’à ${frenchHour(registration.heldUntil)}. Ouvrez cette page et appuyez sur le bouton pour la confirmer.`,
          ),
          manage(registration, context, 'Confirmer mon inscription'),
          when(registration, context),
          paragraph('Ce n’est pas vous ? Ne faites rien : la place sera rendue.'),
        ],
        why: WHY,
      }

const waiting: Writer = (registration, context) => {
  if (registration.state !== 'waiting') return undefined
  const unverified = registration.verifiedAt === null
  return {
    subject: `Liste d’attente : ${registration.content.title}`,
    body: [
      paragraph(`Bonjour ${registration.name},`),
      paragraph(
        `Toutes les places sont prises pour l’instant. Vous êtes ${ordinal(registration.rank)} sur la liste d’attente.`,
      ),
      paragraph(
        unverified
          ? 'Confirmez votre adresse pour garder votre rang : dès qu’une place se libère, elle est à vous.'
          : 'Dès qu’une place se libère, elle est à vous et un mail vous prévient.',
      ),
      when(registration, context),
      manage(registration, context, unverified ? 'Confirmer mon adresse' : 'Voir mon rang ou quitter la liste'),
    ],
    why: WHY,
  }
}

const promoted =
  (from: string): Writer =>
  (registration, context) => {
    const { state, heldUntil, content, name } = registration
    if (state !== 'confirmed' && state !== 'held') return undefined
    const sure = state === 'confirmed'
    return {
      subject: sure
        ? `Une place s’est libérée, elle est à vous : ${content.title}`
        : `Une place s’est libérée, confirmez-la : ${content.title}`,
      body: [
        paragraph(`Bonjour ${name},`),
        paragraph(
          sure
            ? 'Vous étiez sur la liste d’attente : une place s’est libérée et votre inscription est confirmée.'
            : `Une place s’est libérée et vous est gardée jusqu’à ${heldUntil === null ? 'ce soir' : frenchHour(heldUntil)} : confirmez-la.`,
        ),
        when(registration, context),
        manage(registration, context, sure ? undefined : 'Confirmer mon inscription'),
      ],
      why: WHY,
      calendar: sure ? calendarOf(registration, context, from) : undefined,
    }
  }

const expired: Writer = (registration, context) =>
  registration.state !== 'expired'
    ? undefined
    : {
        subject: `Place non confirmée : ${registration.content.title}`,
        body: [
          paragraph(`Bonjour ${registration.name},`),
          paragraph(
            'Le délai pour confirmer votre inscription est passé et la place n’est plus gardée. Vous pouvez encore confirmer : s’il reste une place elle est à vous, sinon vous rejoignez la liste d’attente.',
          ),
          manage(registration, context, 'Confirmer quand même'),
        ],
        why: WHY,
      }

const again: Writer = (registration, context) => ({
  subject: `Vous êtes déjà inscrit : ${registration.content.title}`,
  body: [
    paragraph(`Bonjour ${registration.name},`),
    paragraph('Cette adresse est déjà inscrite à cette date : rien n’a changé.'),
    when(registration, context),
    manage(registration, context),
  ],
  why: WHY,
})

const cancelMail = (registration: RegistrationDetail, context: MailContext, from: string) => ({
  method: 'CANCEL' as const,
  ics: invitation(registration, 'CANCEL', { publicUrl: context.publicUrl, from }),
})

const cancelled =
  (from: string): Writer =>
  (registration, context) => ({
    subject: `Inscription annulée : ${registration.content.title}`,
    body: [
      paragraph(`Bonjour ${registration.name},`),
      paragraph('Votre inscription est annulée, comme vous l’avez demandé.'),
      when(registration, context),
      button('Revoir l’évènement', context.publicUrl + addresses.events.one({ item: itemOf(registration.content) })),
    ],
    why: WHY,
    calendar: cancelMail(registration, context, from),
  })

const moved =
  (from: string): Writer =>
  (registration, context) =>
    registration.date.cancelledAt !== null
      ? undefined
      : {
          subject: `Changement de date ou de lieu : ${registration.content.title}`,
          body: [
            paragraph(`Bonjour ${registration.name},`),
            paragraph(
              'L’organisateur a changé l’heure ou le lieu. Voici où et quand désormais ; votre inscription est gardée.',
            ),
            when(registration, context),
            manage(registration, context),
          ],
          why: WHY,
          calendar: registration.state === 'confirmed' ? calendarOf(registration, context, from) : undefined,
        }

const dateCancelled =
  (from: string): Writer =>
  (registration, context) => ({
    subject: `Date annulée : ${registration.content.title}`,
    body: [
      paragraph(`Bonjour ${registration.name},`),
      paragraph(
        'L’organisateur a annulé cette date. Vous n’avez rien à faire ; l’invitation disparaît de votre agenda.',
      ),
      when(registration, context),
      button('Voir les autres dates', context.publicUrl + addresses.events.one({ item: itemOf(registration.content) })),
    ],
    why: WHY,
    calendar: cancelMail(registration, context, from),
  })
