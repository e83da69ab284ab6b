// REG-9. When a reminder or thanks may still be told, by mail or in the list: asked again each time.
import type { Instant } from '#kernel/time'
import type { RegistrationState } from './rules.ts'

type Told = {
  state: RegistrationState
  presence: 'present' | 'absent' | null
  date: { startsAt: Instant; cancelledAt: Instant | null }
}

/** `start`: the beginning that it was caused by; a date moved since then has another. */
export const isReminderTrue = ({ state, date }: Omit<Told, 'presence'>, start: number, now: Instant): boolean =>
  state === 'confirmed' &&
  date.cancelledAt === null &&
  date.startsAt.epochMilliseconds === start &&
  now.epochMilliseconds < start

/** To those who came as far as is known. */
export const isThanksTrue = ({ state, presence, date }: Told): boolean =>
  state === 'confirmed' && presence !== 'absent' && date.cancelledAt === null
