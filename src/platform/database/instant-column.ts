import { customType } from 'drizzle-orm/pg-core'
import type { Instant } from '#kernel/time'

/** `timestamptz`, read as a Temporal instant (microseconds kept). */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamptz',
  toDriver: (value) => value.toString(),
  fromDriver: (text) => readInstant(text),
})

/** PostgreSQL writes `2026-11-24 12:00:00.5+00`. */
export function readInstant(text: string): Instant {
  return Temporal.Instant.from(text.replace(' ', 'T'))
}
