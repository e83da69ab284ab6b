// From what people type to what is looked for. « Je veux ouvrir une boulangerie » asks for a bakery: the words that every
// question has are left out, and each that remains is an idea, which several words may say.
import { fold } from '#kernel/fold'
import type { Idea } from './idea.ts'
import { STOP_WORDS } from './stop-words.ts'
import { readSynonyms } from './synonyms.ts'

/** Beyond, words are left out: nobody types so many. */
const MOST_IDEAS = 8
const MOST_LETTERS = 300

/** A text as the index holds it: ASCII letters and digits, words one space apart. */
export const searchKey = (text: string): string =>
  fold(text.slice(0, MOST_LETTERS))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The words of a text that say something; all of them when none does. */
export function saidWords(key: string): string[] {
  const words = key.split(' ').filter((word) => word !== '')
  const said = words.filter((word) => !STOP_WORDS.has(word) && !/^[a-z]$/.test(word))
  return said.length === 0 ? words : said
}

/** What nearly every question and every content says here: asked for when nothing else is. */
const WEAK = new Set(
  `activite aide aider aides accompagnement accompagner boite conseil conseils creation creer creatrice createur demarrer
  entreprise entreprises faire gerer info infos information informations installer lancement monter ouvrir ouverture
  projet projets societe travailler`.split(/\s+/),
)

const isWeak = ([typed = '']: Idea): boolean => typed.split(' ').every((word) => WEAK.has(word))

/** The ideas of what was typed, in order. Expressions that the field knows stay whole: « business plan » is one idea. */
export function ideasOf(typed: string): Idea[] {
  const ideas = readSynonyms(saidWords(searchKey(typed)))
  const strong = ideas.filter((idea) => !isWeak(idea))
  return (strong.length === 0 ? ideas : strong).slice(0, MOST_IDEAS)
}

/** Of what was typed, the words that add weight without being asked for. */
export const besideWords = (typed: string): string[] =>
  saidWords(searchKey(typed))
    .filter((word) => WEAK.has(word))
    .slice(0, MOST_IDEAS)
