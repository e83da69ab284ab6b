// ORI-1: what answers, read and weighed. Four statements, whatever the size of the site.
import type { SQL } from 'drizzle-orm'
import type { Reader as Person } from '#features/accounts/actor.ts'
import { type FoundContent, searchContents } from '#features/search/queries.ts'
import type { Reader } from '#platform/database/database.ts'
import { type DateFound, datesFor } from './date-queries.ts'
import { type OfferFound, offersFor } from './offer-queries.ts'
import { besideOf, neededWords } from './reading-words.ts'
import type { Match } from './reasons.ts'
import { type Asked, best, decideDate, decideOffer, decideReading } from './rules.ts'

export type Chosen<One> = { one: One; matches: readonly Match[] }

export type Answers = {
  services: Chosen<OfferFound>[]
  structures: Chosen<OfferFound>[]
  dates: Chosen<DateFound>[]
  readings: Chosen<FoundContent>[]
}

export type Search = Asked & { person: Person; freeSeats: SQL }

const MOST_READINGS = 60

/** All that answers, the best first in each group; an event once, by its best date. */
export async function answersFor(reader: Reader, search: Search): Promise<Answers> {
  const offers = await offersFor(reader, search)
  const dates = await datesFor(reader, search)
  const found = await readingsFor(reader, search)
  const ofKind = (kind: OfferFound['kind']) => offers.filter((offer) => offer.kind === kind)
  const offer = (one: OfferFound) => decideOffer(one, search)
  const reading = (one: FoundContent) => decideReading({ ...one, sectors: [], km: null, found: one.score }, search)
  return {
    services: best(ofKind('service'), offer),
    structures: best(ofKind('structure'), offer),
    dates: onceEach(best(dates, (one) => decideDate(one, search))),
    readings: best(found, reading),
  }
}

const onceEach = <One extends { one: { id: number } }>(all: readonly One[]): One[] => {
  const seen = new Set<number>()
  return all.filter(({ one }) => !seen.has(one.id) && seen.add(one.id))
}

async function readingsFor(reader: Reader, { person, criteria, place, now }: Search): Promise<FoundContent[]> {
  const { rows } = await searchContents(reader, person, {
    words: [neededWords(criteria)],
    beside: besideOf(criteria),
    filters: { kinds: ['article', 'resource'], ...(place && { departement: place.departement }) },
    limit: MOST_READINGS,
    now,
  })
  return rows
}
