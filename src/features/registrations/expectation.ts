// F13. Whoever sends the form decides on what its page said: if the last place went, or the date moved, since then, he is
// told so and asked again. Nobody is put on a waiting list that he was not told of.
import { type Instant, parseInstant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import type { RegistrationVerdict } from './rules.ts'

/** What the page said of a date when the form was opened. */
export type Expectation = { place: boolean; startsAt: Instant }

export type Surprise =
  | (Refused<'now-full'> & { rank: number })
  | (Refused<'date-moved'> & { startsAt: Instant })

/** What changed for a newcomer since the page was read; undefined when nothing did, or when it is not known what he read. */
export function decideSurprise(
  list: { closesAt: Instant },
  verdict: Exclude<RegistrationVerdict, Refused<string>>,
  expected: Expectation | undefined,
): Surprise | undefined {
  if (expected === undefined) return undefined
  if (!expected.startsAt.equals(list.closesAt)) return { ...refused('date-moved'), startsAt: list.closesAt }
  if (expected.place && verdict.kind === 'waiting') return { ...refused('now-full'), rank: verdict.rank }
  return undefined
}

/** « place 2026-11-26T13:00:00Z »: how a form carries it, in a hidden field of each date. */
export const writeExpectation = ({ place, startsAt }: Expectation): string =>
  `${place ? 'place' : 'attente'} ${startsAt.toString()}`

export function readExpectation(written: string): Expectation | undefined {
  const [, word, instant] = /^(place|attente) (\d{4}-\d\d-\d\dT[\d:.]{5,20}Z)$/.exec(written) ?? []
  const startsAt = instant === undefined ? undefined : parseInstant(instant)
  return startsAt && { place: word === 'place', startsAt }
}
