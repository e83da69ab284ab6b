import { fold } from '#kernel/fold'
import { meantWord, mistakes, type NearWord, SHORTEST_MENDED } from './corrections.ts'
import { type Phrase, phrasesOf, withoutPhrase } from './place-words.ts'
import { saidWords } from './words.ts'

export type Mended = { words: string /** The key of the commune that was meant. */; town: string | undefined }
export type Near = { known: ReadonlySet<string>; words: readonly NearWord[]; towns: readonly NearWord[] }

/** The words that may have been mistyped. */
export const mistypedIn = (key: string): string[] => [
  ...new Set(saidWords(key).filter((word) => word.length >= SHORTEST_MENDED && !/\d/.test(word))),
]

const MOST_PHRASES = 8

/** The phrases that may be the name of a town, mistyped: what follows « à », and the end of the question. */
export function mistypedPhrases(key: string): Phrase[] {
  const count = key.split(' ').length
  return phrasesOf(key)
    .filter(({ name, led, to }) => name.length > SHORTEST_MENDED && (led || to === count))
    .slice(0, MOST_PHRASES)
}

/** The question with each unknown word replaced by the one that was meant; undefined when nothing is near enough. */
export function mendWords(key: string, phrases: readonly Phrase[], near: Near): Mended | undefined {
  const town = meantTown(phrases, near)
  const rest = town === undefined ? key : withoutPhrase(key, town.phrase)
  let changed = town !== undefined
  const words = rest.split(' ').map((word) => {
    const meant = near.known.has(word) ? undefined : meantWord(word, near.words)
    if (meant === undefined || meant.word === word) return word
    changed = true
    return meant.word
  })
  return changed ? { words: words.join(' ').trim(), town: town?.name } : undefined
}

/** Folded words, those that were typed with the accents they had. */
export function asTyped(words: string, typed: string): string {
  const accented = new Map((typed.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [fold(word), word.toLowerCase()]))
  return words
    .split(' ')
    .map((word) => accented.get(word) ?? word)
    .join(' ')
}

/** A town is meant when its name has fewer mistakes than any word that is near, and when the words are unknown. */
function meantTown(phrases: readonly Phrase[], near: Near): { phrase: Phrase; name: string } | undefined {
  for (const phrase of phrases) {
    const said = phrase.name.split(' ')
    if (said.every((word) => near.known.has(word))) continue
    const meant = meantWord(phrase.name, near.towns)
    if (meant === undefined) continue
    const asWord = said.length === 1 ? meantWord(phrase.name, near.words) : undefined
    const isNearer = asWord === undefined || mistakes(phrase.name, meant.word) < asWord.mistakes || phrase.led
    if (isNearer) return { phrase, name: meant.word }
  }
  return undefined
}
