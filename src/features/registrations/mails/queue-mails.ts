import { frenchHour } from '#kernel/french-dates'
import { paragraph } from '#platform/mail/mail-content.ts'
import { ordinal } from '../texts.ts'
import { letter, manage, type Writer, when } from './parts.ts'

export const heldMail: Writer = (about) => {
  const { state, heldUntil } = about.registration
  if (state !== 'held' && state !== 'expired') return undefined
  const kept =
    heldUntil === null
      ? 'Vous pouvez encore confirmer : s’il reste une place, elle est à vous.'
      : `Une place vous est gardée jusqu’à ${frenchHour(heldUntil)}. Ouvrez cette page et appuyez sur le bouton pour la confirmer.`
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
  if (state !== 'waiting') return undefined
  const next =
    verifiedAt === null
      ? 'Confirmez votre adresse pour garder votre rang : dès qu’une place se libère, elle est à vous.'
      : 'Dès qu’une place se libère, elle est à vous et un mail vous prévient.'
  return letter(about, {
    subject: 'Liste d’attente',
    body: [
      paragraph(`Toutes les places sont prises pour l’instant. Vous êtes ${ordinal(rank)} sur la liste d’attente.`),
      paragraph(next),
      when(about),
      manage(about, verifiedAt === null ? 'Confirmer mon adresse' : 'Voir mon rang ou quitter la liste'),
    ],
  })
}

export const expiredMail: Writer = (about) => {
  if (about.registration.state !== 'expired') return undefined
  return letter(about, {
    subject: 'Place non confirmée',
    body: [
      paragraph('Le délai pour confirmer votre inscription est passé et la place n’est plus gardée.'),
      paragraph(
        'Vous pouvez encore confirmer : s’il reste une place elle est à vous, sinon vous rejoignez la liste d’attente.',
      ),
      manage(about, 'Confirmer quand même'),
    ],
  })
}

/** Someone typed an address that was already on the list: only its owner is told. */
export const againMail: Writer = (about) =>
  letter(about, {
    subject: 'Vous êtes déjà inscrit',
    body: [paragraph('Cette adresse est déjà inscrite à cette date : rien n’a changé.'), when(about), manage(about)],
  })
