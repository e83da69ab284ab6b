import type { Instant } from '#kernel/time'
import type { Mail } from '#platform/mail/outbox.ts'
import type { Registration } from './store.ts'

export type RegistrationMail =
  | 'registration-confirmed'
  | 'registration-held'
  | 'registration-waiting'
  | 'registration-promoted'
  | 'registration-expired'
  | 'registration-again'
  | 'registration-cancelled'
  | 'registration-moved'
  | 'registration-date-cancelled'

type Addressee = Pick<Registration, 'id' | 'email' | 'personId'>

/** One mail to a registered person. `round` tells apart what may happen twice to the same registration. */
export function mailTo(kind: RegistrationMail, registration: Addressee, now: Instant, round = ''): Mail {
  return {
    cause: `${kind}:${registration.id}${round}`,
    kind,
    recipient: registration.email,
    personId: registration.personId ?? undefined,
    about: { registration: registration.id },
    now,
  }
}
