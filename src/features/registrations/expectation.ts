// F13. Whoever sends the form decides on what its page said: if the last place went, or the date moved, since then, he is
// told so and asked again. Nobody is put on a waiting list that he was not told of.
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import type { RegistrationVerdict } from './rules.ts'

/** What the page said of a date when the form was opened. */
export type Expectation = { place: boolean; startsAt: Instant }

export type Surprise = (Refused<'now-full'> & { rank: number }) | (Refused<'date-moved'> & { startsAt: Instant })

/** What changed for a newcomer since the page was read; undefined when nothing did, or when it is not known what he read. */
export function decideSurprise(
  list: { closesAt: Instant },
  verdict: Exclude<RegistrationVerdict, Refused<string>>,
  expected: Expectation | undefined,
): Surprise | undefined {
  if (expected === undefined) return undefined
  if (hasMoved(list, expected.startsAt)) return { ...refused('date-moved'), startsAt: list.closesAt }
  if (expected.place && verdict.kind === 'waiting') return { ...refused('now-full'), rank: verdict.rank }
  return undefined
}

/** A form carries milliseconds: what is finer was never read. */
export const hasMoved = ({ closesAt }: { closesAt: Instant }, read: Instant): boolean =>
  read.epochMilliseconds !== closesAt.epochMilliseconds

/** « place 1795698000000 »: how a form carries it, in a hidden field of each date. */
export const writeExpectation = ({ place, startsAt }: Expectation): string =>
  `${place ? 'place' : 'attente'} ${startsAt.epochMilliseconds}`

export function readExpectation(written: string): Expectation | undefined {
  const [, word, moment] = /^(place|attente) (\d{1,14})$/.exec(written) ?? []
  if (moment === undefined) return undefined
  return { place: word === 'place', startsAt: Temporal.Instant.fromEpochMilliseconds(Number(moment)) }
}
