// ORI-2. How much each reason weighs. None is negative: one more criterion that a content answers never lowers it. The
// table of docs/how/orientation.md says why.
export const WEIGHTS = {
  /** By a code that says so: the kind of help, its theme, the kind of structure or of event. */
  need: 30,
  /** By the words of its title alone. */
  needByWords: 20,
  stage: 20,
  situation: 18,
  activity: 16,
  sector: 12,
  /** At the place itself; nothing beyond `FAR`. */
  near: 15,
  /** Its zone holds the commune, wherever its office is. */
  serves: 6,
  size: 6,
  remote: 6,
  free: 8,
  /** Free, though nobody asked. */
  freeAnyway: 2,
  /** Today; nothing in a month. */
  soon: 8,
  seats: 5,
  /** Said to be for all: what is for some comes after, unless one says that one is of them. */
  everybody: 4,
  /** About creating a business, before anything is said. */
  creation: 10,
} as const

/** Kilometres: beyond, what has no zone is elsewhere, unless it concerns the département. */
export const FAR = 60
/** Days. */
export const SOON = 31

/** From `most` at nothing to zero at `end`. */
export const fading = (most: number, value: number, end: number): number =>
  Math.round(most * Math.max(0, 1 - value / end))
