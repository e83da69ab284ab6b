import { setImmediate } from 'node:timers/promises'
import { turnstile } from '../files/turnstile.ts'
import type { Paper } from './paper.ts'

/** A paper being drawn, which stops for breath at each `yield`. */
export type Drawing = Generator<undefined, Paper>

const AT_ONCE = 2
const MOST_WAITING = 30
/** Of one person, so that nobody fills the turns of all. */
const MOST_OF_PERSON = 3
/** How long the other pages wait at most, but for what one step lasts. */
const LONGEST_MS = 10

/** 503 for whoever asked: the same request succeeds a moment later. */
class TooManyPapers extends Error {
  readonly statusCode = 503
}

const inTurn = turnstile(AT_ONCE)
let asked = 0
const askedBy = new Map<number, number>()

/**
 * Draws a paper to its end for somebody. Two are drawn at once, in slices between which other pages are answered, thirty wait,
 * three of one person; the next is refused by a 503 (F18).
 */
export async function drawn(drawing: Drawing, personId: number): Promise<Paper> {
  const own = askedBy.get(personId) ?? 0
  if (asked >= AT_ONCE + MOST_WAITING || own >= MOST_OF_PERSON) throw new TooManyPapers('too many papers at once')
  asked++
  askedBy.set(personId, own + 1)
  try {
    return await inTurn(() => sliced(drawing))
  } finally {
    asked--
    const left = (askedBy.get(personId) ?? 1) - 1
    if (left === 0) askedBy.delete(personId)
    else askedBy.set(personId, left)
  }
}

async function sliced(drawing: Drawing): Promise<Paper> {
  for (;;) {
    const start = performance.now()
    while (performance.now() - start < LONGEST_MS) {
      const step = drawing.next()
      if (step.done === true) return step.value
    }
    await setImmediate()
  }
}
