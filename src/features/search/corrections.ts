// Mistyped words: which known word was meant.

/** How many letters were added, left out, changed, or swapped with their neighbour (optimal string alignment). */
export function mistakes(typed: string, meant: string): number {
  let former: number[] = []
  let above = Array.from({ length: meant.length + 1 }, (_, column) => column)
  for (let row = 1; row <= typed.length; row++) {
    const line = [row]
    for (let column = 1; column <= meant.length; column++) {
      const changed = at(above, column - 1) + (typed[row - 1] === meant[column - 1] ? 0 : 1)
      const isSwap = typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1]
      const swapped = isSwap ? at(former, column - 2) + 1 : Number.POSITIVE_INFINITY
      line.push(Math.min(at(above, column) + 1, at(line, column - 1) + 1, changed, swapped))
    }
    former = above
    above = line
  }
  return at(above, meant.length)
}

const at = (line: readonly number[], column: number): number => line[column] ?? Number.POSITIVE_INFINITY

export const SHORTEST_MENDED = 4

/** One mistake in a short word, two in a long one. */
const mostMistakes = (typed: string): number => (typed.length < 7 ? 1 : 2)

export type NearWord = { typed: string; word: string; count: number }

/** The known word that was meant: the fewest mistakes, then the most used; undefined when none is near enough. */
export function meantWord(typed: string, near: readonly NearWord[]): { word: string; mistakes: number } | undefined {
  const [best] = near
    .filter((one) => one.typed === typed)
    .map(({ word, count }) => ({ word, count, mistakes: mistakes(typed, word) }))
    .filter((one) => one.mistakes <= mostMistakes(typed))
    .toSorted((a, b) => a.mistakes - b.mistakes || b.count - a.count || a.word.localeCompare(b.word))
  return best && { word: best.word, mistakes: best.mistakes }
}
