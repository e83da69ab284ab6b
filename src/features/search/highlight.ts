// Which words of a text answer a question, and where to cut the text so that they show.
import { fold } from '#kernel/fold'
import { STOP_WORDS } from './stop-words.ts'

export type Piece = { text: string; hit: boolean }

const ENDING =
  /(?:issements?|ements?|ations?|ateurs?|atrices?|itions?|euses?|eurs?|aires?|antes?|ants?|ees?|er|ez|es|e|s|x)$/
const SHORTEST_STEM = 4

/** « financements » and « financer » have the same: near enough to underline, never to search. */
function stemOf(word: string): string {
  const folded = fold(word)
  const stem = folded.replace(ENDING, '')
  return stem.length >= SHORTEST_STEM ? stem : folded.replace(/[sx]$/, '')
}

export type Sought = {
  stems: ReadonlySet<string> /** The last word, as far as it was typed. */
  begun: string | undefined
}

export function soughtWords(words: readonly string[], begun?: string): Sought {
  return {
    stems: new Set(
      words
        .flatMap(markedIn)
        .filter((word) => word.length > 1)
        .map(stemOf),
    ),
    begun,
  }
}

/** Of « debit de boissons », not « de », which is everywhere. */
function markedIn(words: string): string[] {
  const all = words.split(' ')
  return all.length === 1 ? all : all.filter((word) => !STOP_WORDS.has(word))
}

/** The text in pieces, those that answer marked; side by side, they make the text again. */
export function piecesOf(text: string, { stems, begun }: Sought): Piece[] {
  const pieces: Piece[] = []
  const add = (part: string, hit: boolean) => {
    const last = pieces.at(-1)
    if (part === '') return
    if (last?.hit === hit) last.text += part
    else pieces.push({ text: part, hit })
  }
  let at = 0
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!stems.has(stemOf(word)) && !(begun !== undefined && fold(word).startsWith(begun))) continue
    add(text.slice(at, index), false)
    add(word, true)
    at = index + word.length
  }
  add(text.slice(at), false)
  return pieces
}

const LETTERS = 220
const BEFORE = 60

/** As much of the text as fits, around the words that answer; from its start when none does. */
export function excerptOf(text: string, sought: Sought): Piece[] {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= LETTERS) return piecesOf(plain, sought)
  const [start, end] = windowOf(plain, sought)
  const pieces = piecesOf(plain.slice(start, end), sought)
  if (start > 0) pieces.unshift({ text: '… ', hit: false })
  if (end < plain.length) pieces.push({ text: ' …', hit: false })
  return pieces
}

/** Where most of the answering words are together, cut between words. */
function windowOf(text: string, sought: Sought): [number, number] {
  const hits: number[] = []
  let at = 0
  for (const piece of piecesOf(text, sought)) {
    if (piece.hit) hits.push(at)
    at += piece.text.length
  }
  const within = (from: number) => hits.filter((hit) => hit >= from && hit < from + LETTERS - BEFORE).length
  const best = hits.toSorted((a, b) => within(b) - within(a) || a - b)[0] ?? 0
  const wanted = Math.max(0, Math.min(best - BEFORE, text.length - LETTERS))
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1
  const end = start + LETTERS >= text.length ? text.length : text.lastIndexOf(' ', start + LETTERS)
  return [start, end > start ? end : Math.min(text.length, start + LETTERS)]
}
