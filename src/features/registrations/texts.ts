import type { SeatsLeft } from '#features/events/slots.ts'
import { formatNumber, plural } from '#kernel/french'
import type { Instant } from '#kernel/time'
import { MOST_PLACES } from './places.ts'
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
} satisfies Record<Closing | 'no-list' | 'cancelled' | 'not-registered' | 'unknown', string>

export const LIST_TEXTS = {
  direct: 'Inscription directe',
  prescription: 'Inscription par prescription',
} satisfies Record<ListKind, string>

/** Beside an address whose last mail came back (R10). */
export const FAILING_ADDRESS = 'adresse en échec'

export const STATE_TEXTS = {
  held: 'à confirmer',
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

/** « 1er », « 2e » */
export const ordinal = (rank: number): string => (rank === 1 ? '1er' : `${formatNumber(rank)}e`)

/** Why a number of places was refused, with the figures. */
export function placesRefusal(because: 'under-taken' | 'has-people' | 'too-many', taken: number): string {
  const sentences = {
    'under-taken': `${plural(taken, 'place est déjà prise', 'places sont déjà prises')} : indiquez ${formatNumber(taken)} ou plus, ou 0 pour clôturer.`,
    'has-people': 'Des personnes se sont inscrites : indiquez 0 pour clôturer la liste, elle est gardée.',
    'too-many': `Indiquez ${formatNumber(MOST_PLACES)} places au plus, ou cochez « sans limite ».`,
  }
  return sentences[because]
}
