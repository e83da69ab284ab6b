import { audit } from '#features/audit/actions.ts'
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import { type Database, type Tx, transact } from '#platform/database/database.ts'
import { inTurn } from '#platform/database/turns.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { keyedHash, newKey } from '#platform/keys.ts'
import { claim, release } from '#platform/submissions/once.ts'
import type { RegisterInput, Sent } from './actions.ts'
import { endIn } from './end-actions.ts'
import { decideSurprise, type Surprise } from './expectation.ts'
import { withFreedHolds } from './list-actions.ts'
import { turnOf, withLocked } from './locked-actions.ts'
import { accountOf, tagsOfEvent } from './queries.ts'
import { type Closing, decideRegistration, isActive } from './rules.ts'
import { hasObjected, insertRegistration, lockList, type Registration, setContact } from './store.ts'
import { tellIn } from './tell-actions.ts'

export type PrescribeInput = Omit<RegisterInput, 'personId'> & {
  prescriberId: number
  /** Who objected is known by a hash keyed with it. */
  secret: string
}

/** `already`: this address is on the list, whoever put it there. `objected`: the person asked not to be enrolled by others. */
export type Prescribed =
  | { kind: 'confirmed' | 'waiting'; key: string; receipt: string }
  | { kind: 'already' }
  | { kind: 'sent-before'; location: string }
  | Refused<Closing | 'no-list' | 'objected'>
  | Surprise

/** Enrols someone on the list of professionals (REG-6): the person and the professional are both told. */
export function prescribe(database: Database, input: PrescribeInput, sent: Sent): Promise<Prescribed> {
  const keys = { key: newKey(), receipt: newKey() }
  return inTurn(database, turnOf(input.listId), () =>
    transact(database, async (tx): Promise<Prescribed> => {
      const earlier = await claim(tx, sent.submission, sent.locationOf(keys))
      if (earlier !== undefined) return { kind: 'sent-before', location: earlier }
      await dropPages(tx, tagsOfEvent(input.eventId))
      const verdict = await prescribeIn(tx, { ...input, ...keys }, sent.submission.now)
      if (verdict.kind === 'refused' || verdict.kind === 'already') await release(tx, sent.submission)
      return verdict
    }),
  )
}

type WithKeys = PrescribeInput & { key: string; receipt: string }

async function prescribeIn(tx: Tx, input: WithKeys, now: Instant): Promise<Prescribed> {
  const locked = await lockList(tx, input.listId)
  if (locked?.kind !== 'prescription' || !input.dateIds.includes(locked.dateId)) return refused('no-list')
  const list = await withFreedHolds(tx, locked, now)
  const verdict = decideRegistration(list, { verified: true }, now)
  if (verdict.kind === 'refused') return verdict
  const surprise = decideSurprise(list, verdict, input.expected)
  if (surprise !== undefined) return surprise
  if (await hasObjected(tx, keyedHash(input.secret, input.email.key))) return refused('objected')
  const state = verdict.kind === 'waiting' ? 'waiting' : 'confirmed'
  const row = await rowOf(tx, input, { state, now })
  const inserted = await insertRegistration(tx, row)
  if (inserted === undefined) return { kind: 'already' }
  const { key, receipt, prescriberId } = input
  await audit(tx, { actorId: prescriberId, verb: `prescription-${state}`, object: `registration:${inserted.id}`, now })
  await tellIn(tx, 'registration-prescribed', { registrations: [{ ...row, id: inserted.id }], now })
  return { kind: state, key, receipt }
}

async function rowOf(tx: Tx, input: WithKeys, { state, now }: { state: 'confirmed' | 'waiting'; now: Instant }) {
  const { listId, key, receipt, name, phone, email, prescriberId } = input
  return {
    ...{ listId, key, receipt, name, phone, email: email.address, emailKey: email.key, prescriberId, state },
    personId: (await accountOf(tx, email.key)) ?? null,
    verifiedAt: now,
    createdAt: now,
  }
}

/** One of a professional's own prescriptions: whatever is not his is unknown to him. */
type Own = { key: string; prescriberId: number }

const isOwn = (registration: Registration, own: Own): boolean => registration.prescriberId === own.prescriberId

export type PrescriptionChanged = { kind: 'changed' } | Refused<'unknown' | 'not-registered'>

/** Corrects the name or the phone: the address is who the person is, and does not change. */
export function changePrescription(
  database: Database,
  change: Own & { name: string; phone: string },
  now: Instant,
): Promise<PrescriptionChanged> {
  return withLocked(database, change.key, async (tx, { registration }): Promise<PrescriptionChanged> => {
    if (!isOwn(registration, change)) return refused('unknown')
    if (!isActive(registration.state)) return refused('not-registered')
    // Sent again: nothing is left to change, nor to write down.
    if (registration.name === change.name && registration.phone === change.phone) return { kind: 'changed' }
    await setContact(tx, registration.id, { name: change.name, phone: change.phone })
    const object = `registration:${registration.id}`
    await audit(tx, { actorId: change.prescriberId, verb: 'prescription-changed', object, now })
    return { kind: 'changed' }
  })
}

export type PrescriptionWithdrawn = { kind: 'cancelled' } | Refused<'unknown' | 'not-registered' | 'date-begun'>

/** The professional takes back what he asked for: the person is told, the place goes to the first who waits. */
export function withdrawPrescription(database: Database, own: Own, now: Instant): Promise<PrescriptionWithdrawn> {
  return withLocked(database, own.key, async (tx, locked): Promise<PrescriptionWithdrawn> => {
    if (!isOwn(locked.registration, own)) return refused('unknown')
    return endIn(tx, locked, { verb: 'prescription-withdrawn', actorId: own.prescriberId }, now)
  })
}
