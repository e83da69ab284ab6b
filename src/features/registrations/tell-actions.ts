import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { sendMails } from '#platform/mail/outbox.ts'
import { type Addressee, type RegistrationMail, tellOf } from './announcements.ts'
import { prescribersOf } from './queries.ts'
import type { Registration } from './store.ts'

export type Told = Addressee & Pick<Registration, 'prescriberId'>

/** The same registration may live the same turn again once it came back to the queue: its arrival tells the lives apart. */
export const lifeOf = ({ arrival }: Pick<Registration, 'arrival'>): string => `:${arrival}`

/** Tells each person, and the professional who enrolled him when there is one, in the transaction of the change. */
export async function tellIn<T extends Told>(
  tx: Tx,
  kind: RegistrationMail,
  { registrations, now, round }: { registrations: readonly T[]; now: Instant; round?: (registration: T) => string },
): Promise<void> {
  const ids = registrations.flatMap(({ prescriberId }) => (prescriberId === null ? [] : [prescriberId]))
  const prescribers = await prescribersOf(tx, ids)
  const mails = registrations.flatMap((registration) => {
    const prescriber = prescribers.find(({ id }) => id === registration.prescriberId)
    return tellOf(kind, { ...registration, prescriber }, now, round?.(registration) ?? '')
  })
  await sendMails(tx, mails)
}
