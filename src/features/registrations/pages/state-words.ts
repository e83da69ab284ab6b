import { frenchDay, frenchHour } from '#kernel/french-dates'
import { type Instant, isBefore } from '#kernel/time'
import type { RegistrationDetail } from '../queries.ts'
import { ordinal } from '../texts.ts'

type Stated = Pick<RegistrationDetail, 'state' | 'date' | 'heldUntil' | 'verifiedAt' | 'rank' | 'list'>

export type Words = { title: string; text: string }

/** « jeudi 26 novembre, 14 h » */
const momentOf = (instant: Instant, now: Instant): string => `${frenchDay(instant, now)}, ${frenchHour(instant)}`

/** What the state of a registration means, in words to the person. */
export function stateWords(registration: Stated, now: Instant): Words {
  const { state, date, list } = registration
  if (date.cancelledAt !== null && state !== 'cancelled')
    return {
      title: 'Cette date est annulée',
      text: 'L’organisateur a annulé cette date : vous n’avez pas à vous désinscrire.',
    }
  if (!isBefore(now, date.overAt) && state === 'confirmed')
    return { title: 'Cette date est passée', text: 'Votre inscription était confirmée.' }
  if (!isBefore(now, list.closesAt) && state !== 'confirmed' && state !== 'cancelled')
    return {
      title: 'Cette date a commencé',
      text: 'Vous n’aviez pas de place confirmée, et les inscriptions en ligne sont terminées.',
    }
  switch (state) {
    case 'confirmed':
      return {
        title: 'Votre inscription est confirmée',
        text: 'Votre place est réservée. La confirmation est partie par mail, avec l’invitation pour votre agenda.',
      }
    case 'held':
    case 'offered':
    case 'waiting':
      return pendingWords(registration, now)
    case 'expired':
      return {
        title: `Le délai pour ${registration.verifiedAt === null ? 'confirmer' : 'accepter'} est passé`,
        text: 'La place n’est plus gardée, mais vous pouvez encore la demander : s’il en reste une elle est à vous, sinon vous rejoignez la liste d’attente.',
      }
    default:
      return {
        title: 'Votre inscription est annulée',
        text: 'Vous pouvez vous inscrire à nouveau sur la page de l’évènement.',
      }
  }
}

function pendingWords({ state, heldUntil, verifiedAt, rank, list }: Stated, now: Instant): Words {
  const until = momentOf(heldUntil ?? now, now)
  if (state === 'held')
    return {
      title: 'Confirmez votre inscription',
      text: `Une place vous est gardée jusqu’à ${until}. Appuyez sur le bouton pour la confirmer.`,
    }
  if (state === 'offered')
    return {
      title: 'Une place s’est libérée : la voulez-vous ?',
      text: `Elle vous est gardée jusqu’à ${until}. Passé ce délai, elle est proposée à la personne suivante.`,
    }
  const place = `Vous êtes ${ordinal(rank)} sur la liste d’attente.`
  if (verifiedAt === null)
    return {
      title: 'Confirmez votre adresse',
      text: `${place} Appuyez sur le bouton pour confirmer votre adresse et garder votre rang.`,
    }
  const next =
    list.offerHours === null
      ? 'Dès qu’une place se libère elle est à vous, et un mail vous prévient.'
      : 'Dès qu’une place se libère elle vous est proposée par mail, avec un délai pour l’accepter.'
  return { title: 'Vous êtes sur la liste d’attente', text: `${place} ${next}` }
}

/** The same to the professional who enrolled the person: who is told what is said there too. */
export function prescriptionWords(prescription: Stated & { name: string; email: string }, now: Instant): Words {
  const { state, date, name, email, rank, heldUntil } = prescription
  if (date.cancelledAt !== null && state !== 'cancelled')
    return { title: 'Cette date est annulée', text: `L’organisateur a annulé cette date. Un mail l’a dit à ${name}.` }
  if (state === 'confirmed')
    return { title: 'Inscription confirmée', text: `La place de ${name} est réservée. Un mail est parti à ${email}.` }
  if (state === 'waiting')
    return {
      title: 'Sur la liste d’attente',
      text: `Toutes les places sont prises : ${name} est ${ordinal(rank)} sur la liste d’attente. Un mail est parti à ${email} ; un autre vous préviendra tous les deux dès qu’une place se libère.`,
    }
  if (state === 'offered')
    return {
      title: 'Place proposée',
      text: `Une place s’est libérée pour ${name}. Un mail est parti à ${email} : elle est à accepter avant ${momentOf(heldUntil ?? now, now)}.`,
    }
  if (state === 'expired')
    return {
      title: 'Place non acceptée',
      text: 'Le délai est passé et la place est allée à la personne suivante. Le lien du mail permet encore de rejoindre la liste d’attente.',
    }
  return { title: 'Inscription annulée', text: `${name} n’est plus sur la liste. Un mail l’a dit à ${email}.` }
}
