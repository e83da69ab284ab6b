/** A run of text that both versions have, or that only one has. */
export type Piece = { kind: 'same' | 'removed' | 'added'; text: string }

/** Above this many comparisons a part is shown as replaced whole: an answer at once rather than a perfect one. */
const MOST_CELLS = 4_000_000

/** What changed between two texts, word by word; `same` and `removed` make the first text again, `same` and `added` the second. */
export function difference(before: string, after: string): Piece[] {
  const lines = compare(before.split(/(?<=\n)/), after.split(/(?<=\n)/))
  const pieces: Piece[] = []
  for (let at = 0; at < lines.length; at++) {
    const [one, next] = [lines[at] as Piece, lines[at + 1]]
    if (one.kind === 'removed' && next?.kind === 'added') {
      pieces.push(...compare(wordsOf(one.text), wordsOf(next.text)))
      at++
    } else pieces.push(one)
  }
  return joined(pieces)
}

const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []

function compare(before: readonly string[], after: readonly string[]): Piece[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const middle = longestCommon(before.slice(start, before.length - end), after.slice(start, after.length - end))
  const same = (texts: readonly string[]): Piece[] => texts.map((text) => ({ kind: 'same', text }))
  return joined([...same(before.slice(0, start)), ...middle, ...same(before.slice(before.length - end))])
}

/** The classical table of common subsequences, read back from its corner. */
function longestCommon(before: readonly string[], after: readonly string[]): Piece[] {
  const removed = before.map((text): Piece => ({ kind: 'removed', text }))
  const added = after.map((text): Piece => ({ kind: 'added', text }))
  if ((before.length + 1) * (after.length + 1) > MOST_CELLS || before.length > 65_000) return [...removed, ...added]
  const common = lengthsOf(before, after)
  const pieces: Piece[] = []
  let [row, column] = [0, 0]
  while (row < before.length && column < after.length) {
    if (before[row] === after[column]) {
      pieces.push({ kind: 'same', text: before[row] ?? '' })
      row++
      column++
    } else if (common(row + 1, column) >= common(row, column + 1)) pieces.push(removed[row++] as Piece)
    else pieces.push(added[column++] as Piece)
  }
  return [...pieces, ...removed.slice(row), ...added.slice(column)]
}

/** How long the longest common part is from each place on. */
function lengthsOf(before: readonly string[], after: readonly string[]): (row: number, column: number) => number {
  const width = after.length + 1
  const lengths = new Uint16Array((before.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const isSame = before[row] === after[column]
      const longest = isSame ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
      lengths[row * width + column] = longest
    }
  }
  return at
}

/** Neighbours of a kind are one piece; in a change what was removed comes before what was added. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed })
    if (added !== '') result.push({ kind: 'added', text: added })
    removed = added = ''
  }
  for (const { kind, text } of pieces) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      const last = result.at(-1)
      if (last?.kind === 'same') last.text += text
      else result.push({ kind, text })
    }
  }
  flush()
  return result
}
