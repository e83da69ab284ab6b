import { untilText } from '#kernel/french-dates'
import { isBefore } from '#kernel/time'
import { paragraph } from '#platform/mail/mail-content.ts'
import { ordinal } from '../texts.ts'
import { letter, manage, type RegistrationLetter, type Writer, when } from './parts.ts'

/** Whether something can still be done: the date is neither cancelled nor begun. */
const isToCome = ({ registration: { date }, context: { now } }: RegistrationLetter): boolean =>
  date.cancelledAt === null && isBefore(now, date.startsAt)

export const heldMail: Writer = (about) => {
  const { state, heldUntil } = about.registration
  if ((state !== 'held' && state !== 'expired') || !isToCome(about)) return undefined
  const kept =
    heldUntil === null
      ? 'Vous pouvez encore confirmer : s’il reste une place, elle est à vous.'
      : `Une place vous est gardée ${untilText(heldUntil, about.context.now)}. Ouvrez cette page et appuyez sur le bouton pour la confirmer.`
  return letter(about, {
    subject: 'Confirmez votre inscription',
    body: [
      paragraph(kept),
      manage(about, 'Confirmer mon inscription'),
      when(about),
      paragraph('Ce n’est pas vous ? Ne faites rien : la place sera rendue.'),
    ],
  })
}

export const waitingMail: Writer = (about) => {
  const { state, rank, verifiedAt } = about.registration
  if (state !== 'waiting' || !isToCome(about)) return undefined
  return letter(about, {
    subject: 'Liste d’attente',
    body: [
      paragraph(`Toutes les places sont prises pour l’instant. Vous êtes ${ordinal(rank)} sur la liste d’attente.`),
      paragraph(nextOf(about.registration)),
      when(about),
      manage(about, verifiedAt === null ? 'Confirmer mon adresse' : 'Voir mon rang ou quitter la liste'),
    ],
  })
}

/** What happens when a place is free: given, or offered (REG-4). */
export function nextOf({
  verifiedAt,
  list: { offerHours },
}: {
  verifiedAt: unknown
  list: { offerHours: number | null }
}): string {
  if (verifiedAt === null)
    return 'Confirmez votre adresse pour garder votre rang : dès qu’une place se libère, elle est à vous.'
  if (offerHours === null) return 'Dès qu’une place se libère, elle est à vous et un mail vous prévient.'
  return `Dès qu’une place se libère, un mail vous la propose : vous aurez ${offerHours} h pour l’accepter.`
}

/** A place became free and waits for an answer. */
export const offeredMail: Writer = (about) => {
  const { state, heldUntil } = about.registration
  if (state !== 'offered' || heldUntil === null || !isToCome(about)) return undefined
  return letter(about, {
    subject: 'Une place s’est libérée, acceptez-la',
    body: [
      paragraph(
        `Vous étiez sur la liste d’attente : une place s’est libérée et vous est gardée ${untilText(heldUntil, about.context.now)}. Acceptez-la sur votre page pour qu’elle soit à vous.`,
      ),
      manage(about, 'Accepter ou laisser cette place'),
      when(about),
      paragraph('Sans réponse d’ici là, elle ira à la personne suivante.'),
    ],
  })
}

export const offerExpiredMail: Writer = (about) => {
  if (about.registration.state !== 'expired' || about.registration.date.cancelledAt !== null) return undefined
  return letter(about, {
    subject: 'Place non acceptée',
    body: [
      paragraph('Le délai pour accepter la place qui s’était libérée est passé : elle va à la personne suivante.'),
      when(about),
      ...comeBack(about, 'accepter'),
    ],
  })
}

export const expiredMail: Writer = (about) => {
  if (about.registration.state !== 'expired' || about.registration.date.cancelledAt !== null) return undefined
  return letter(about, {
    subject: 'Place non confirmée',
    body: [
      paragraph('Le délai pour confirmer votre inscription est passé et la place n’est plus gardée.'),
      ...comeBack(about, 'confirmer'),
    ],
  })
}

/** Nothing once the date has begun: what ran out at its hour is over. */
function comeBack(about: RegistrationLetter, verb: 'accepter' | 'confirmer') {
  if (!isToCome(about)) return []
  return [
    paragraph(
      `Vous pouvez encore ${verb} : s’il reste une place elle est à vous, sinon vous rejoignez la fin de la liste d’attente.`,
    ),
    manage(about, verb === 'accepter' ? 'Accepter quand même' : 'Confirmer quand même'),
  ]
}

/** Someone typed an address that was already on the list: only its owner is told. */
export const againMail: Writer = (about) =>
  letter(about, {
    subject: 'Vous êtes déjà inscrit',
    body: [paragraph('Cette adresse est déjà inscrite à cette date : rien n’a changé.'), when(about), manage(about)],
  })
