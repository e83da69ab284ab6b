import { addresses } from '#addresses'
import { untilText } from '#kernel/french-dates'
import { button, type MailContent, type MailContext, paragraph } from '#platform/mail/mail-content.ts'
import type { RegistrationMail } from '../announcements.ts'
import type { RegistrationDetail } from '../queries.ts'
import { ordinal } from '../texts.ts'
import { whenForOthers } from './parts.ts'

/** What the professional who enrolled someone is told of him: one mail for each turn (REG-6). */
export type ToldLetter = {
  registration: RegistrationDetail
  what: RegistrationMail
  prescriber: string
  /** The event as the professional may know it. */
  event: string
  context: MailContext
}

type Told = { subject: string; text: string }
type Teller = (letter: ToldLetter) => Told | undefined

const WHY = 'Vous recevez ce mail parce que vous avez inscrit cette personne sur Je crée dans ma région.'

export function toldMail(about: ToldLetter): MailContent | undefined {
  const { registration, prescriber, event, context } = about
  const told = TELLERS[about.what]?.(about)
  if (told === undefined) return undefined
  return {
    subject: `${told.subject} : ${event}`,
    body: [
      paragraph(`Bonjour ${prescriber},`),
      paragraph(told.text),
      whenForOthers(about, ['Personne', `${registration.name} (${registration.email})`], ['Évènement', event]),
      paragraph('La personne reçoit elle aussi un mail.'),
      button('Voir mes prescriptions', context.publicUrl + addresses.mySpace.prescriptions()),
    ],
    why: WHY,
  }
}

const queue = ({ registration: { name, rank, state } }: ToldLetter): Told | undefined =>
  state !== 'waiting'
    ? undefined
    : {
        subject: 'Liste d’attente',
        text: `Toutes les places sont prises pour l’instant : ${name} est ${ordinal(rank)} sur la liste d’attente.`,
      }

const seat =
  (subject: string, text: (name: string) => string): Teller =>
  ({ registration: { name, state } }) =>
    state === 'confirmed' ? { subject, text: text(name) } : undefined

const always =
  (subject: string, text: (name: string) => string): Teller =>
  ({ registration }) => ({ subject, text: text(registration.name) })

const enrolled = seat('Place réservée', (name) => `${name} a une place.`)
const moved = seat('Autre date', (name) => `L’inscription de ${name} est passée à cette date, avec une place.`)

const TELLERS: Partial<Record<RegistrationMail, Teller>> = {
  'registration-prescribed': (about) => enrolled(about) ?? queue(about),
  'registration-confirmed': seat('Place acceptée', (name) => `${name} a accepté la place qui s’était libérée.`),
  'registration-waiting': queue,
  'registration-promoted': seat(
    'Une place s’est libérée',
    (name) => `${name} était sur la liste d’attente et a maintenant une place.`,
  ),
  'registration-offered': ({ registration: { name, state, heldUntil }, context: { now } }) =>
    state === 'offered' && heldUntil !== null
      ? {
          subject: 'Une place est proposée',
          text: `Une place s’est libérée. Elle est gardée ${untilText(heldUntil, now)} pour ${name}, qui doit l’accepter : un mot de vous peut aider.`,
        }
      : undefined,
  'registration-offer-expired': ({ registration: { name, state, date } }) =>
    state === 'expired' && date.cancelledAt === null
      ? {
          subject: 'Place non acceptée',
          text: `${name} n’a pas accepté à temps la place qui s’était libérée : elle va à la personne suivante.`,
        }
      : undefined,
  'registration-cancelled': always('Inscription annulée', (name) => `L’inscription de ${name} est annulée.`),
  'registration-removed': always('Inscription retirée', (name) => `L’organisateur a retiré l’inscription de ${name}.`),
  'prescription-withdrawn': always(
    'Inscription retirée',
    (name) => `Vous avez retiré l’inscription de ${name} : sa place est rendue.`,
  ),
  'registration-moved': ({ registration: { name, date } }) =>
    date.cancelledAt === null
      ? {
          subject: 'Changement de date ou de lieu',
          text: `L’organisateur a changé l’heure ou le lieu. L’inscription de ${name} est gardée : voici où et quand désormais.`,
        }
      : undefined,
  'registration-rebooked': (about) => moved(about) ?? queue(about),
  'registration-date-cancelled': ({ registration: { name, date } }) =>
    date.cancelledAt === null
      ? undefined
      : {
          subject: 'Date annulée',
          text: `L’organisateur a annulé cette date. ${name} peut en choisir une autre, s’il y en a.`,
        },
}
