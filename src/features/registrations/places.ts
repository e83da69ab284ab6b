// REG-2 and REG-3: what the number typed by the organiser does to a list.
import { type Refused, refused } from '#kernel/verdict'

/** Most places of a list with a limit. */
export const MOST_PLACES = 10_000

/** What the organiser asked for: an empty field, « sans limite », or a number (0 closes). */
export type WantedPlaces = { kind: 'none' } | { kind: 'unlimited' } | { kind: 'number'; places: number }

export type PresentList = {
  places: number | null
  open: boolean
  taken: number
  waiting: number
  everRegistered: boolean
}

export type PlacesVerdict =
  | { kind: 'no-list' }
  | { kind: 'list'; places: number | null; open: boolean }
  | (Refused<'under-taken' | 'has-people' | 'too-many'> & { taken: number })

/** `open` is the box « inscriptions ouvertes »: it can close a list whatever its number. */
export function decidePlaces(present: PresentList | undefined, wanted: WantedPlaces, open: boolean): PlacesVerdict {
  if (wanted.kind === 'none') {
    return present?.everRegistered ? { ...refused('has-people'), taken: present.taken } : { kind: 'no-list' }
  }
  if (wanted.kind === 'unlimited') return { kind: 'list', places: null, open }
  if (wanted.places === 0)
    return present === undefined ? { kind: 'no-list' } : { kind: 'list', places: present.places, open: false }
  if (wanted.places > MOST_PLACES) return { ...refused('too-many'), taken: present?.taken ?? 0 }
  if (present !== undefined && wanted.places < present.taken) return { ...refused('under-taken'), taken: present.taken }
  return { kind: 'list', places: wanted.places, open }
}

export type ForeseenPlaces = {
  /** The least number that may be asked for: the seats taken. */
  minimum: number
  /** How many of those who wait would get a seat, or its offer. */
  movingUp: number
  refusal: 'under-taken' | 'has-people' | 'too-many' | undefined
}

/** What would happen, said before it does (REG-3). */
export function foreseePlaces(present: PresentList | undefined, wanted: WantedPlaces, open: boolean): ForeseenPlaces {
  const verdict = decidePlaces(present, wanted, open)
  const minimum = present?.taken ?? 0
  if (verdict.kind === 'refused') return { minimum, movingUp: 0, refusal: verdict.because }
  if (verdict.kind === 'no-list' || present === undefined) return { minimum, movingUp: 0, refusal: undefined }
  const free = verdict.places === null ? present.waiting : Math.max(0, verdict.places - present.taken)
  return { minimum, movingUp: Math.min(free, present.waiting), refusal: undefined }
}

export type ListOfPlaces = { places: number | null; taken: number; waiting: number }

/** `most`: how many places may leave the list, once its seats are kept and one place remains. */
export type MovePlacesVerdict =
  | { kind: 'moved'; from: number; to: number; movingUp: number }
  | (Refused<'no-other-list' | 'unlimited' | 'no-number' | 'under-taken' | 'too-many'> & {
      most: number
      taken: number
    })

/** Places that leave one list of a date for the other (REG-4): never those taken, and a list keeps one place at least. */
export function decideMovePlaces(
  from: ListOfPlaces | undefined,
  to: ListOfPlaces | undefined,
  count: number,
): MovePlacesVerdict {
  const taken = from?.taken ?? 0
  const no = <B extends 'no-other-list' | 'unlimited' | 'no-number' | 'under-taken' | 'too-many'>(
    because: B,
    most = 0,
  ) => ({ ...refused(because), most, taken })
  if (from === undefined || to === undefined) return no('no-other-list')
  if (from.places === null || to.places === null) return no('unlimited')
  const most = Math.min(from.places - Math.max(taken, 1), MOST_PLACES - to.places)
  if (!Number.isInteger(count) || count < 1) return no('no-number', most)
  if (count > from.places - Math.max(taken, 1)) return no('under-taken', most)
  if (count > most) return no('too-many', most)
  const [left, got] = [from.places - count, to.places + count]
  return { kind: 'moved', from: left, to: got, movingUp: Math.min(to.waiting, Math.max(0, got - to.taken)) }
}
