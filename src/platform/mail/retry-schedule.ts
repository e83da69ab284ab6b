import { type Instant, isBefore } from '#kernel/time'

/** Minutes after the first try at which the next ones come. A greylist of 15 minutes lets the one at 16 pass. */
const MARKS = [1, 3, 8, 16, 30, 60, 120, 240]
const THEN_EVERY = 240
const GIVE_UP = 48 * 60

/** When a mail that was refused for now, or not answered, is tried again; undefined: not any more, two days have passed. */
export type RetrySchedule = (attempts: number, now: Instant) => Instant | undefined

/** After `attempts` fruitless tries: 1, 3, 8, 16, 30 min, 1 h, 2 h, then every 4 h until 48 h. */
export const twoDays: RetrySchedule = (attempts, now) => {
  const next = mark(attempts)
  return next > GIVE_UP ? undefined : now.add({ minutes: next - mark(attempts - 1) })
}

function mark(attempts: number): number {
  if (attempts <= 0) return 0
  const last = MARKS.length
  return MARKS[attempts - 1] ?? (MARKS[last - 1] ?? 0) + (attempts - last) * THEN_EVERY
}

/** Whole milliseconds from `now` until `next`, never negative. */
export const delayMs = (now: Instant, next: Instant): number =>
  isBefore(next, now) ? 0 : next.epochMilliseconds - now.epochMilliseconds
