// A question as it was typed, answered: its place found, what was mistyped mended when nothing answers otherwise.
import type { Reader as Person } from '#features/accounts/actor.ts'
import { departementNames } from '#features/territory/queries.ts'
import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { Near, SearchFilters } from './asked.ts'
import { asTyped, type Mended, mendWords, mistypedIn, mistypedPhrases } from './mending.ts'
import {
  choosePlace,
  departementsAmong,
  type NamedPlace,
  type Phrase,
  phrasesOf,
  withoutPhrase,
} from './place-words.ts'
import { type Found, searchContents } from './queries.ts'
import { nearNames, type Town, townsNamed, townsOfPostalCode } from './word-queries.ts'
import { besideWords, ideasOf, searchKey } from './words.ts'

export type Question = {
  typed: string
  /** Exactly these words: no place is told from them, nothing is mended. */
  exact: boolean
  /** Asked for in its own field; otherwise the one in the question. */
  place: SearchPlace | undefined
  filters: SearchFilters
  limit: number
  offset: number
  now: Instant
}

/** A commune, or a whole département. */
export type SearchPlace = Near & { name: string }

export type Answered = Found & {
  place: SearchPlace | undefined
  /** Whether the place was told from the question. */
  placeWasTyped: boolean
  /** What was looked for instead of what was typed. */
  mended: string | undefined
  /** The words that were looked for, without the place. */
  key: string
}

/** At most four statements; one or two for most questions. */
export async function answerQuestion(reader: Reader, person: Person, question: Question): Promise<Answered> {
  const key = searchKey(question.typed)
  const named = question.exact || question.place !== undefined ? undefined : await placeIn(reader, key)
  const place = question.place ?? named?.place
  const words = named === undefined ? key : withoutPhrase(key, named.phrase)
  const first = await search({ reader, person, question }, words, place)
  const answered = { ...first, place, placeWasTyped: named !== undefined, mended: undefined, key: words }
  if (first.whole || question.exact || words === '') return answered
  return (await mended({ reader, person, question }, words, place)) ?? answered
}

type Asking = { reader: Reader; person: Person; question: Question }

function search({ reader, person, question }: Asking, words: string, place: SearchPlace | undefined): Promise<Found> {
  const { typed, filters, limit, offset, now } = question
  const beside = [...besideWords(words), ...(place === undefined ? [] : [searchKey(place.name)])]
  const ideas = ideasOf(words)
  return searchContents(reader, person, {
    words: ideas,
    typed: words,
    title: searchKey(typed),
    beside,
    place,
    filters,
    shown: true,
    limit,
    offset,
    now,
  })
}

/** The same question with its unknown words mended, when that has an answer. */
async function mended(asking: Asking, words: string, place: SearchPlace | undefined): Promise<Answered | undefined> {
  const mistyped = mistypedIn(words)
  if (mistyped.length === 0) return undefined
  const phrases = place === undefined ? mistypedPhrases(words) : []
  const near = await nearNames(
    asking.reader,
    mistyped,
    phrases.map(({ name }) => name),
  )
  const better = mendWords(words, phrases, near)
  if (better === undefined) return undefined
  const town = better.town === undefined ? undefined : await townOf(asking.reader, better)
  const found = await search(asking, better.words, place ?? town)
  if (!found.whole) return undefined
  const shown = [asTyped(better.words, asking.question.typed), town === undefined ? '' : town.name]
    .filter((text) => text !== '')
    .join(' ')
  return { ...found, place: place ?? town, placeWasTyped: town !== undefined, mended: shown, key: better.words }
}

async function townOf(reader: Reader, { town }: Mended): Promise<SearchPlace | undefined> {
  const towns = await townsNamed(reader, town === undefined ? [] : [town])
  return largest(towns)
}

const largest = (towns: readonly Town[]): SearchPlace | undefined => {
  const [town] = towns.toSorted((a, b) => b.population - a.population)
  return town && placeOfTown(town)
}

const placeOfTown = ({ label, departement, latitude, longitude }: Town): SearchPlace => ({
  name: label,
  departement,
  latitude,
  longitude,
})

type Named = NamedPlace & { place: SearchPlace }

async function placeIn(reader: Reader, key: string): Promise<{ phrase: Phrase; place: SearchPlace } | undefined> {
  const phrases = phrasesOf(key)
  if (phrases.length === 0) return undefined
  const postal = phrases.find(({ name }) => /^\d{5}$/.test(name))
  const names = [...new Set(phrases.map(({ name }) => name))]
  const towns = postal === undefined ? await townsNamed(reader, names) : await townsOfPostalCode(reader, postal.name)
  const found: Named[] = towns.map((town) => ({
    name: postal?.name ?? town.name,
    population: postal === undefined ? town.population : null,
    place: placeOfTown(town),
  }))
  const chosen = choosePlace(phrases, [...found, ...(await departementsNamed(reader, names))])
  return chosen && { phrase: chosen.phrase, place: chosen.place.place }
}

async function departementsNamed(reader: Reader, names: readonly string[]): Promise<Named[]> {
  return departementsAmong(names, await departementNames(reader)).map(({ code, name, key }) => ({
    name: key,
    population: null,
    place: { name, departement: code },
  }))
}
