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
