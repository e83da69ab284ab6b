import type { SeatsLeft } from '#features/events/slots.ts'
import { formatNumber, plural } from '#kernel/french'
import { frenchDay, frenchHour } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import type { Surprise } from './expectation.ts'
import { type Closing, closingOf, freePlaces, type ListFacts, type ListKind, type RegistrationState } from './rules.ts'

/** Why nobody can register, or why an act was refused. */
export const REFUSAL_TEXTS = {
  'date-cancelled': 'Cette date a été annulée par l’organisateur.',
  'date-begun': 'Cette date a commencé : les inscriptions en ligne sont terminées. Contactez l’organisateur.',
  'list-closed': 'Les inscriptions à cette date viennent d’être clôturées par l’organisateur.',
  'no-list': 'Cette date n’a plus d’inscription en ligne. Choisissez une autre date.',
  cancelled:
    'Cette inscription a été annulée ou remplacée. Vous pouvez vous inscrire à nouveau sur la page de l’évènement.',
  'not-registered': 'Cette inscription était déjà annulée : rien n’a changé.',
  unknown: 'Cette inscription n’existe pas.',
  objected: 'Cette personne a demandé à ne plus être inscrite par un professionnel : elle peut s’inscrire elle-même.',
  'not-prescribed': 'Personne ne vous a inscrit ici : annulez votre inscription si vous ne venez pas.',
  'own-date-begun': 'Votre date a commencé : il n’est plus possible d’en changer en ligne. Contactez l’organisateur.',
  full: 'Toutes les places de cette date sont prises. Vous pouvez garder votre date, ou rejoindre la liste d’attente de celle-ci.',
  'already-there': 'Vous êtes déjà inscrit à cette date : choisissez-en une autre, ou annulez l’une des deux.',
} satisfies Record<Closing | OtherRefusal, string>

type OtherRefusal =
  | 'no-list'
  | 'cancelled'
  | 'not-registered'
  | 'unknown'
  | 'objected'
  | 'not-prescribed'
  | 'own-date-begun'
  | 'full'
  | 'already-there'

/** What changed while the form was open, and what to do about it (F13). */
export function surpriseText(surprise: Surprise, now: Instant): string {
  if (surprise.because === 'date-moved') {
    const { startsAt } = surprise
    return `Cette date vient d’être déplacée : elle commence maintenant ${frenchDay(startsAt, now)} à ${frenchHour(startsAt)}. Si elle vous convient, envoyez à nouveau.`
  }
  const rank = ordinal(surprise.rank)
  return `Toutes les places viennent d’être prises. Vous pouvez rejoindre la liste d’attente (vous seriez ${rank}), ou choisir une autre date.`
}

export const LIST_TEXTS = {
  direct: 'Inscription directe',
  prescription: 'Inscription par prescription',
} satisfies Record<ListKind, string>

/** Beside an address whose last mail came back (R10). */
export const FAILING_ADDRESS = 'adresse en échec'

export const STATE_TEXTS = {
  held: 'à confirmer',
  offered: 'place proposée',
  confirmed: 'confirmée',
  waiting: 'liste d’attente',
  cancelled: 'annulée',
  expired: 'non confirmée',
  repeated: 'en double',
} satisfies Record<RegistrationState, string>

/** « 3 places restantes sur 12 »; undefined for a date that is over or cancelled. */
export function seatsText(list: ListFacts, now: Instant): SeatsLeft | undefined {
  const closing = closingOf(list, now)
  if (closing === 'date-cancelled' || closing === 'date-begun') return undefined
  if (closing === 'list-closed') return { tone: 'brick', text: 'Inscriptions closes' }
  if (list.places === null) return { tone: 'fir', text: 'Places libres' }
  const free = list.waiting > 0 ? 0 : freePlaces(list)
  if (free === 0) return { tone: 'brick', text: 'Complet, liste d’attente' }
  const tone = free <= 3 || free <= list.places / 10 ? 'sun' : 'fir'
  return { tone, text: `${plural(free, 'place restante', 'places restantes')} sur ${formatNumber(list.places)}` }
}

/** The same of a list by prescription, where it is alone: « Sur prescription · 3 places restantes sur 5 ». */
export function prescriptionSeatsText(list: ListFacts, now: Instant): SeatsLeft | undefined {
  const seats = seatsText(list, now)
  if (seats === undefined) return undefined
  return { ...seats, text: `Sur prescription · ${seats.text.charAt(0).toLowerCase()}${seats.text.slice(1)}` }
}

/** « 1er », « 2e » */
export const ordinal = (rank: number): string => (rank === 1 ? '1er' : `${formatNumber(rank)}e`)
