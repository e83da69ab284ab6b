import { setImmediate } from 'node:timers/promises'
import { turnstile } from '../files/turnstile.ts'
import type { Paper } from './paper.ts'

/** A paper being drawn, which stops for breath at each `yield`. */
export type Drawing = Generator<undefined, Paper>

const AT_ONCE = 2
const MOST_WAITING = 30
/** How long the other pages wait at most, but for what one step lasts. */
const LONGEST_MS = 10

/** 503 for whoever asked: the same request succeeds a moment later. */
class TooManyPapers extends Error {
  readonly statusCode = 503
}

const inTurn = turnstile(AT_ONCE)
let asked = 0

/**
 * Draws a paper to its end. Two are drawn at once, in slices between which other pages are answered, thirty wait; the next is
 * refused by a 503 (F18).
 */
export async function drawn(drawing: Drawing): Promise<Paper> {
  if (asked >= AT_ONCE + MOST_WAITING) throw new TooManyPapers('too many papers at once')
  asked++
  try {
    return await inTurn(() => sliced(drawing))
  } finally {
    asked--
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
