// ORI-2, « me prévenir »: of what an orientation answers now, what was not there at its last round.
import type { SQL } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { resolveCommune } from '#features/territory/queries.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { isTopicSaid } from './criteria.ts'
import { readSavedCriteria } from './criteria-filters.ts'
import { type Answers, answersFor, type Chosen } from './find-queries.ts'
import { isAsked, type Match } from './reasons.ts'
import { publishedSince } from './saved-queries.ts'

/** Only what is among the first of its group is worth a mail. */
const FIRST = 20

export type Round = {
  /** As it is kept. */
  saved: string
  person: Person
  since: Instant
  seenDate: number
  now: Instant
  freeSeats: SQL
}

/** The new answers, the best first. */
export async function newsOf(reader: Reader, round: Round): Promise<Answers> {
  const { saved, person, now, freeSeats, since, seenDate } = round
  const { criteria } = readSavedCriteria(saved, now)
  const commune = await resolveCommune(reader, criteria.commune)
  const place = commune.kind === 'one' ? commune.commune : undefined
  const found = await answersFor(reader, { criteria, person, now, freeSeats, place })
  const { services, structures, dates, readings } = firstOf(found)
  const all = [...services, ...structures, ...dates, ...readings]
  const fresh = await publishedSince(
    reader,
    all.map(({ one }) => one.id),
    since,
  )
  const isNew = ({ one, matches }: Chosen<{ id: number }>) => fresh.has(one.id) && fits(matches)
  const fits = (matches: readonly Match[]) => !isTopicSaid(criteria) || isAsked(matches)
  return {
    services: services.filter(isNew),
    structures: structures.filter(isNew),
    dates: dates.filter((chosen) => isNew(chosen) || (chosen.one.dateId > seenDate && fits(chosen.matches))),
    readings: readings.filter(isNew),
  }
}

const firstOf = ({ services, structures, dates, readings }: Answers): Answers => ({
  services: services.slice(0, FIRST),
  structures: structures.slice(0, FIRST),
  dates: dates.slice(0, FIRST),
  readings: readings.slice(0, FIRST),
})

export const countNews = ({ services, structures, dates, readings }: Answers): number =>
  services.length + structures.length + dates.length + readings.length
