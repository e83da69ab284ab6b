// Where a post-it stands in its block: a short text that sorts between those of its neighbours, so that moving one changes one
// row (fractional index). A post-it that comes back may find another at its place: such ties are broken by their numbers, and
// the block is spread anew before anything goes between them.

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BASE = DIGITS.length
/** Digits that count when one is put first or last: room for as many as anybody will write, without longer texts. */
const HEAD = 6
const STEP = BASE ** 2
const TOP = BASE ** HEAD

/** Longer than that, the texts of a block are made anew. */
export const LONGEST_POSITION = 40

/** A text strictly between these two, in the order of their code units; null stands for the beginning or the end. */
export function between(before: string | null, after: string | null): string {
  if (before === null && after === null) return textOf(TOP / 2)
  if (after === null) return last(before ?? '')
  if (before === null) return first(after)
  return middle(before, after)
}

/** Positions for that many post-its, in order, evenly spread. */
export const spread = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => textOf(Math.floor((TOP / (count + 1)) * (index + 1))))

/** The order of a block: by position, then by number. */
export function inOrder(a: { position: string; id: number }, b: { position: string; id: number }): number {
  if (a.position !== b.position) return a.position < b.position ? -1 : 1
  return a.id - b.id
}

function last(before: string): string {
  const next = numberOf(before) + STEP
  return next < TOP ? textOf(next) : middle(before, null)
}

function first(after: string): string {
  const previous = numberOf(after) - STEP
  return previous > 0 ? textOf(previous) : middle('', after)
}

const numberOf = (text: string): number =>
  [...text.slice(0, HEAD).padEnd(HEAD, '0')].reduce((sum, digit) => sum * BASE + DIGITS.indexOf(digit), 0)

/** Without the zeros at its end, of which none may be: nothing sorts between « a » and « a0 ». */
function textOf(number: number): string {
  let [rest, text] = [number, '']
  for (let place = 0; place < HEAD; place++) {
    text = (DIGITS[rest % BASE] ?? '') + text
    rest = Math.floor(rest / BASE)
  }
  return text.replace(/0+$/, '')
}

function middle(before: string, after: string | null): string {
  if (after !== null) {
    let same = 0
    while ((before[same] ?? '0') === after[same]) same++
    if (same > 0) return after.slice(0, same) + middle(before.slice(same), after.slice(same))
  }
  const low = before === '' ? 0 : DIGITS.indexOf(before[0] ?? '0')
  const high = after === null ? BASE : DIGITS.indexOf(after[0] ?? '0')
  if (high - low > 1) return DIGITS[Math.floor((low + high) / 2)] ?? ''
  if (after !== null && after.length > 1) return after.slice(0, 1)
  return (DIGITS[low] ?? '') + middle(before.slice(1), null)
}
