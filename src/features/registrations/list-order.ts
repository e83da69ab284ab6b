import { type Instant, isBefore } from '#kernel/time'

/** The dates to come first, the nearest before all; then those that passed, the latest first. Those of one date stay together. */
export function nearestFirst<Choice extends { startsAt: Instant }>(choices: readonly Choice[], now: Instant): Choice[] {
  const moment = ({ startsAt }: Choice) => startsAt.epochMilliseconds
  const toCome = choices.filter(({ startsAt }) => isBefore(now, startsAt)).sort((a, b) => moment(a) - moment(b))
  const past = choices.filter(({ startsAt }) => !isBefore(now, startsAt)).sort((a, b) => moment(b) - moment(a))
  return [...toCome, ...past]
}
