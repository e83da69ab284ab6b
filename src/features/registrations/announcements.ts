import type { Instant } from '#kernel/time'
import type { Mail } from '#platform/mail/outbox.ts'
import type { Registration } from './store.ts'

export type RegistrationMail =
  | 'registration-confirmed'
  | 'registration-held'
  | 'registration-waiting'
  | 'registration-promoted'
  | 'registration-offered'
  | 'registration-expired'
  | 'registration-offer-expired'
  | 'registration-again'
  | 'registration-cancelled'
  | 'registration-removed'
  | 'registration-moved'
  | 'registration-rebooked'
  | 'registration-date-cancelled'
  | 'registration-prescribed'
  | 'prescription-withdrawn'
  | 'prescription-told'
  | 'prescription-objected'
  | 'registration-reminder'
  | 'registration-thanks'
  | 'registration-message'

/** `state`: as it was before the turn. A mail that ends a registration asks whether a calendar holds an entry of it. */
export type Addressee = Pick<Registration, 'id' | 'email' | 'personId'> & { state?: Registration['state'] }
export type Prescriber = { id: number; email: string }

/** One mail to a registered person. `round` tells apart what may happen twice to the same registration. */
export function mailTo(kind: RegistrationMail, registration: Addressee, now: Instant, round = ''): Mail {
  const was = registration.state
  return {
    cause: `${kind}:${registration.id}${round}`,
    kind,
    recipient: registration.email,
    personId: registration.personId ?? undefined,
    about: { registration: registration.id, ...(was === undefined ? {} : { was }) },
    now,
  }
}

/** What tells the professional who enrolled someone of what became of it (REG-6): `about.what` names the turn. */
function mailToPrescriber(
  kind: RegistrationMail,
  told: { registration: Pick<Registration, 'id'>; prescriber: Prescriber },
  now: Instant,
  round = '',
): Mail {
  const { registration, prescriber } = told
  return {
    cause: `prescription-told:${registration.id}:${kind}${round}`,
    kind: 'prescription-told',
    recipient: prescriber.email,
    personId: prescriber.id,
    about: { registration: registration.id, what: kind },
    now,
  }
}

/** The mails of one turn: to the person and, when a professional enrolled him, to that professional. */
export function tellOf(
  kind: RegistrationMail,
  registration: Addressee & { prescriber?: Prescriber | undefined },
  now: Instant,
  round = '',
): Mail[] {
  const { prescriber } = registration
  const mail = mailTo(kind, registration, now, round)
  return prescriber === undefined ? [mail] : [mail, mailToPrescriber(kind, { registration, prescriber }, now, round)]
}
