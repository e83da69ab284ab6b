// A registration names someone for twelve months after its date, and for one month when nobody came of it; then only counts
// remain. A clock that jumped must not erase: whatever looks like a jump stops the run.
import { type Instant, inParis, isBefore } from '#kernel/time'

const SEATED_MONTHS = 12
const OTHERS_MONTHS = 1

/** A run may touch so many rows on a small site (a forum is one day), and such a share of them on a large one. */
const FEW_ROWS = 500
const MOST_SHARE = 0.05

/** It runs each day: the clock may have moved by one more since, or the site was off. */
const MOST_DAYS_BETWEEN = 2

const monthsBefore = (now: Instant, months: number): Instant => inParis(now).subtract({ months }).toInstant()

export const limitsAt = (now: Instant): { seated: Instant; others: Instant } => ({
  seated: monthsBefore(now, SEATED_MONTHS),
  others: monthsBefore(now, OTHERS_MONTHS),
})

/** Whether the clock went back, or further than a day ahead of the next run. The run after that one believes it. */
export function clockMoved(last: Instant | undefined, now: Instant): boolean {
  if (last === undefined) return false
  const latest = inParis(last).add({ days: MOST_DAYS_BETWEEN }).toInstant()
  return isBefore(now, last) || isBefore(latest, now)
}

export const isTooMany = (due: number, rows: number): boolean => due > Math.max(FEW_ROWS, rows * MOST_SHARE)
