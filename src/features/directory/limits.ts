import type { RateLimit } from '#platform/rate-limits/rate-limit.ts'

/** Pages of the directory, per account. */
export const PAGES_PER_MINUTE: RateLimit = { tries: 60, seconds: 60 }
