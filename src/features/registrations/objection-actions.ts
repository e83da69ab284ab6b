import { audit } from '#features/audit/actions.ts'
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import type { Database, Tx } from '#platform/database/database.ts'
import { keyedHash } from '#platform/keys.ts'
import { forgetAddresseeIn } from '#platform/mail/forget-addressee.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import { promoteIn } from './list-actions.ts'
import { type Locked, withLocked } from './locked-actions.ts'
import { prescribersOf } from './queries.ts'
import { isActive, takesSeat } from './rules.ts'
import { anonymise, keepObjection, setState } from './store.ts'

export type Objection = {
  key: string
  /** Nobody may prescribe this address any more: a keyed hash of it is kept, not the address. */
  stop: boolean
  secret: string
}

export type Objected = { kind: 'objected' } | Refused<'unknown' | 'not-prescribed'>

/**
 * The person enrolled by a professional does not want it (RGPD art. 21): the seat is given on, the row made anonymous at once,
 * whatever the hour, and the professional told that it happened, not why.
 */
export function objectToPrescription(database: Database, objection: Objection, now: Instant): Promise<Objected> {
  return withLocked(database, objection.key, async (tx, locked): Promise<Objected> => {
    const { list, registration } = locked
    if (list.kind !== 'prescription') return refused('not-prescribed')
    if (objection.stop) await keepObjection(tx, keyedHash(objection.secret, registration.emailKey), now)
    await audit(tx, { actorId: null, verb: 'prescription-objected', object: `registration:${registration.id}`, now })
    await tellPrescriber(tx, locked, now)
    // Also on a date that has begun: if it moves to later, nobody without a name may wait or hold a seat there.
    if (isActive(registration.state))
      await setState(tx, registration.id, { state: 'cancelled', heldUntil: null, presence: null, settledAt: now })
    await anonymise(tx, [registration.id], now)
    await forgetAddresseeIn(tx, registration.email, { registration: registration.id })
    if (takesSeat(registration.state)) await promoteIn(tx, list.id, now)
    return { kind: 'objected' }
  })
}

async function tellPrescriber(tx: Tx, { registration }: Locked, now: Instant): Promise<void> {
  const { id, prescriberId } = registration
  const [prescriber] = await prescribersOf(tx, prescriberId === null ? [] : [prescriberId])
  if (prescriber === undefined) return
  await sendMail(tx, {
    ...{ cause: `prescription-objected:${id}`, kind: 'prescription-objected' },
    // The row forgets who enrolled: the mail remembers whom it is for.
    about: { registration: id, to: prescriber.id },
    ...{ recipient: prescriber.email, personId: prescriber.id, now },
  })
}
