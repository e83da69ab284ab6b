import type { Instant } from '#kernel/time'

/** The only way to know the time: an argument, so that a test can fix it. */
export type Clock = { now(): Instant }

export const systemClock: Clock = { now: () => Temporal.Now.instant() }
