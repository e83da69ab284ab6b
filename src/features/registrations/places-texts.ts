import { formatNumber, plural } from '#kernel/french'
import { foreseePlaces, MOST_PLACES, type MovePlacesVerdict, type PresentList } from './places.ts'
import { LIST_KINDS, MOST_OFFER_HOURS } from './rules.ts'
import { LIST_PREFIX, listFieldsOf, readTypedList, type TypedFault, type TypedList } from './typed-places.ts'

export const TYPED_FAULT_TEXTS = {
  'no-number': 'Indiquez un nombre de places en chiffres, ou laissez vide.',
  'no-hours': `Indiquez un nombre d’heures entre 1 et ${MOST_OFFER_HOURS}, ou laissez vide.`,
} satisfies Record<TypedFault['because'], string>

/** Why a number of places was refused, with the figures. */
export function placesRefusal(because: 'under-taken' | 'has-people' | 'too-many', taken: number): string {
  const sentences = {
    'under-taken': `${plural(taken, 'place est déjà prise', 'places sont déjà prises')} : indiquez ${formatNumber(taken)} ou plus, ou 0 pour clôturer.`,
    'has-people': 'Des personnes se sont inscrites : indiquez 0 pour clôturer la liste, elle est gardée.',
    'too-many': `Indiquez ${formatNumber(MOST_PLACES)} places au plus, ou cochez « sans limite ».`,
  }
  return sentences[because]
}

/** Why places did not go from one list to the other. */
export function moveRefusal({ because, most, taken }: Extract<MovePlacesVerdict, { kind: 'refused' }>): string {
  const may = most > 0 ? ` Vous pouvez en déplacer ${formatNumber(most)} au plus.` : ''
  const sentences = {
    'no-other-list': 'Cette date n’a qu’une liste d’inscription : ouvrez l’autre dans la page de l’évènement.',
    unlimited: 'Une liste sans limite n’a pas de places à donner ni à recevoir.',
    'no-number': `Indiquez combien de places vous déplacez, en chiffres.${may}`,
    'under-taken': `${plural(taken, 'place est déjà prise', 'places sont déjà prises')} sur cette liste, qui en garde au moins une.${may}`,
    'too-many': `Une liste a ${formatNumber(MOST_PLACES)} places au plus.${may}`,
  }
  return sentences[because]
}

/** What saving will do to the people of a list (REG-3): « 12 inscrits, minimum 12 ; 3 personnes passeront… » */
export function foreseenText(present: PresentList | undefined, typed: TypedList): string {
  const { minimum, movingUp, refusal } = foreseePlaces(present, typed.wanted, typed.open)
  if (refusal !== undefined) return placesRefusal(refusal, minimum)
  if (present === undefined) return newListText(typed)
  if (typed.wanted.kind === 'none') return 'Cette liste sera retirée : personne ne s’y est inscrit.'
  const closing = closingText(present, typed)
  if (present.taken + present.waiting === 0) return closing
  const people = `${plural(present.taken, 'inscrit')}, minimum ${formatNumber(minimum)}`
  return [`${people}${queueText(present, movingUp, typed.offerHours)}.`, closing].filter(Boolean).join(' ')
}

function newListText({ wanted, open }: TypedList): string {
  if (wanted.kind === 'none' || (wanted.kind === 'number' && wanted.places === 0)) return ''
  return open ? '' : 'La liste sera créée close : personne ne pourra encore s’inscrire.'
}

function queueText({ waiting }: PresentList, movingUp: number, offerHours: number | null): string {
  if (waiting === 0) return ''
  if (movingUp === 0) return ` ; ${plural(waiting, 'personne attend', 'personnes attendent')}`
  if (offerHours === null)
    return ` ; ${plural(movingUp, 'personne passera', 'personnes passeront')} de la liste d’attente`
  const offered = plural(movingUp, 'place sera proposée', 'places seront proposées')
  return ` ; ${offered} à la liste d’attente, à accepter en ${plural(offerHours, 'heure')}`
}

function closingText(present: PresentList, { wanted, open }: TypedList): string {
  const closes = !open || (wanted.kind === 'number' && wanted.places === 0)
  if (closes && present.open) return 'La liste sera close : ses inscrits et son nombre de places sont gardés.'
  return !closes && !present.open ? 'La liste sera ouverte à nouveau.' : ''
}

/** « 8 places · 4 par prescription »: both lists of a date in a line; nothing without a list. */
export function placesSummary(typed: (name: string) => string): string {
  const said = LIST_KINDS.map((kind) => {
    const read = readTypedList(listFieldsOf((name) => typed(LIST_PREFIX[kind] + name)))
    if ('faults' in read || read.wanted.kind === 'none') return ''
    const count = read.wanted.kind === 'unlimited' ? 'sans limite' : plural(read.wanted.places, 'place')
    return kind === 'direct' ? count : `${count} par prescription`
  })
  return said.filter(Boolean).join(' · ')
}
