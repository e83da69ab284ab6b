// « permanence création à Roanne »: the place in a question, told from its other words.
import { communeKey } from '#features/territory/rules.ts'

export type Phrase = {
  /** The words `from` up to `to`, of the question’s key. */
  from: number
  to: number
  /** What a commune or a département of that name is called in the index. */
  name: string
  /** « à … », « près de … »: what follows is a place, however small. */
  led: boolean
  whole: boolean
}

const MOST_WORDS = 20
const LONGEST = 6

/** Words before a place. */
const LEADING = new Set([
  'a',
  'au',
  'aux',
  'en',
  'vers',
  'sur',
  'dans',
  'pres',
  'proche',
  'autour',
  'cote',
  'de',
  'd',
  'l',
])
/** Of those, the ones that say by themselves that a place follows. */
const TELLING = new Set(['a', 'au', 'aux', 'en', 'vers', 'sur', 'dans'])
const NEARBY = new Set(['pres', 'proche', 'autour', 'cote'])

/** What people call towns whose name is longer; regions are no town, though « rhone » is in their name. */
const NICKNAMES: Record<string, string> = {
  clermont: 'clermont ferrand',
  bourg: 'bourg en bresse',
  villefranche: 'villefranche sur saone',
  'le puy': 'le puy en velay',
  thonon: 'thonon les bains',
  aix: 'aix les bains',
  evian: 'evian les bains',
  chamonix: 'chamonix mont blanc',
  bourgoin: 'bourgoin jallieu',
  romans: 'romans sur isere',
}

/** Every run of words that may be a name, the longest first. */
export function phrasesOf(key: string): Phrase[] {
  const words = key
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
  const phrases: Phrase[] = []
  for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const to = from + length
      const whole = length === words.length
      phrases.push({ from, to, name: placeKey(words.slice(from, to).join(' ')), led: isLed(words, from), whole })
    }
  }
  return phrases
}

/** « st etienne », « lyon 3e », « clermont »: as the index has them. */
function placeKey(text: string): string {
  const name = communeKey(text)
  const [, district] = /^lyon ([1-9])(?:e|er|eme)?(?: arrondissement)?$/.exec(name) ?? []
  if (district !== undefined) return `lyon ${district}${district === '1' ? 'er' : 'e'} arrondissement`
  return Object.hasOwn(NICKNAMES, name) ? (NICKNAMES[name] ?? name) : name
}

function isLed(words: readonly string[], from: number): boolean {
  const before = words[from - 1] ?? ''
  return TELLING.has(before) || (['de', 'du', 'd', 'l'].includes(before) && NEARBY.has(words[from - 2] ?? ''))
}

/** The question without its place, nor what led to it. */
export function withoutPhrase(key: string, { from, to }: Pick<Phrase, 'from' | 'to'>): string {
  const words = key.split(' ').filter((word) => word !== '')
  let start = from
  while (start > 0 && LEADING.has(words[start - 1] ?? '')) start--
  return [...words.slice(0, start), ...words.slice(to)].join(' ')
}

/** Towns whose name is first of all a word. */
const ORDINARY = new Set(
  [
    'anse',
    'bonne',
    'chatte',
    'cours',
    'crest',
    'die',
    'fontaine',
    'jardin',
    'la mure',
    'publier',
    'rives',
    'roche',
  ].concat(['sales', 'theys', 'vif', 'allier', 'la tour', 'le bourg', 'vienne', 'allex', 'passy']),
)
/** Smaller than that, a commune is recognised when something leads to it. */
const KNOWN_TOWN = 2000

export type NamedPlace = { name: string; population: number | null }

/** Which phrase is a place, and which place: the longest name, the one that something leads to, then the largest town. */
export function choosePlace<Named extends NamedPlace>(
  phrases: readonly Phrase[],
  places: readonly Named[],
): { phrase: Phrase; place: Named } | undefined {
  for (const phrase of phrases) {
    const named = places.filter(({ name }) => name === phrase.name)
    const [place] = named.toSorted((a, b) => (b.population ?? 1e9) - (a.population ?? 1e9))
    if (place === undefined) continue
    const isTown = (place.population ?? KNOWN_TOWN) >= KNOWN_TOWN && !ORDINARY.has(phrase.name)
    if (phrase.led || phrase.whole || isTown) return { phrase, place }
  }
  return undefined
}

/** The départements that these names call, each with its own key; `all` has their names by code. */
export const departementsAmong = (
  names: readonly string[],
  all: ReadonlyMap<string, string>,
): { code: string; name: string; key: string }[] =>
  [...all].map(([code, name]) => ({ code, name, key: communeKey(name) })).filter(({ key }) => names.includes(key))
