import { audit } from '#features/audit/actions.ts'
import type { EmailAddress } from '#kernel/email-address'
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import { type Database, type Tx, transact } from '#platform/database/database.ts'
import { inTurn } from '#platform/database/turns.ts'
import { dropPages } from '#platform/http/page-tags.ts'
import { newKey } from '#platform/keys.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import { claim, release, type Submission } from '#platform/submissions/once.ts'
import { mailTo } from './announcements.ts'
import { endIn } from './end-actions.ts'
import { decideSurprise, type Expectation, type Surprise } from './expectation.ts'
import { withFreedHolds } from './list-actions.ts'
import { turnOf, withLocked } from './locked-actions.ts'
import { tagsOfEvent } from './queries.ts'
import { type Closing, decideConfirmation, decideRegistration, type RegistrationVerdict } from './rules.ts'
import { arriveAgain, findByAddress, insertRegistration, lockList, type Registration, setState } from './store.ts'
import { lifeOf, tellIn } from './tell-actions.ts'

/** `personId` is there when the person is signed in: the address is theirs and nothing is left to confirm. */
export type RegisterInput = {
  listId: number
  eventId: number
  /** The dates of the event: the list must be of one of them. */
  dateIds: readonly number[]
  name: string
  email: EmailAddress
  phone: string
  personId: number | undefined
  /** What the page of the form said of the date (F13); absent, whatever is left is taken. */
  expected?: Expectation | undefined
}

/** `key` opens the registration (signed in only); `receipt` only tells its state. */
export type Registered =
  | { kind: 'confirmed' | 'held' | 'waiting'; key: string; receipt: string }
  | { kind: 'already'; key: string }
  | { kind: 'sent-before'; location: string }
  | Refused<Closing | 'no-list'>
  | Surprise

export type Sent = { submission: Submission; locationOf(keys: { key: string; receipt: string }): string }

/** Registers someone on a direct list (REG-1, REG-5): lock, rule, write, mail, in one transaction, once per form sent. */
export function register(database: Database, input: RegisterInput, sent: Sent): Promise<Registered> {
  const now = sent.submission.now
  const keys = { key: newKey(), receipt: newKey() }
  return inTurn(database, turnOf(input.listId), () =>
    transact(database, async (tx): Promise<Registered> => {
      const earlier = await claim(tx, sent.submission, sent.locationOf(keys))
      if (earlier !== undefined) return { kind: 'sent-before', location: earlier }
      // Heard at the commit: said before the lock, so that it is held for less.
      await dropPages(tx, tagsOfEvent(input.eventId))
      const verdict = await registerIn(tx, { ...input, ...keys }, now)
      if (verdict.kind === 'refused' || verdict.kind === 'already') await release(tx, sent.submission)
      return verdict
    }),
  )
}

async function registerIn(
  tx: Tx,
  input: RegisterInput & { key: string; receipt: string },
  now: Instant,
): Promise<Registered> {
  const locked = await lockList(tx, input.listId)
  if (locked?.kind !== 'direct' || !input.dateIds.includes(locked.dateId)) return refused('no-list')
  const list = await withFreedHolds(tx, locked, now)
  const verified = input.personId !== undefined
  const verdict = decideRegistration(list, { verified }, now)
  if (verdict.kind === 'refused') return verdict
  const surprise = decideSurprise(list, verdict, input.expected)
  if (surprise !== undefined) return (await alreadyTheirs(tx, input)) ?? surprise
  const row = rowOf(input, verdict, now)
  const inserted = await insertRegistration(tx, row)
  if (inserted === undefined) return alreadyThere(tx, input, { row, verified, now })
  const { key, receipt } = input
  const registration = { id: inserted.id, email: row.email, personId: row.personId }
  await audit(tx, {
    actorId: input.personId ?? null,
    verb: `registration-${verdict.kind}`,
    object: `registration:${inserted.id}`,
    now,
  })
  await sendMail(tx, mailTo(`registration-${verdict.kind}`, registration, now))
  return { kind: verdict.kind, key, receipt }
}

type Row = Omit<Registration, 'id' | 'arrival' | 'prescriberId' | 'presence' | 'sequence' | 'anonymisedAt'>

function rowOf(
  input: RegisterInput & { key: string; receipt: string },
  verdict: Exclude<RegistrationVerdict, { kind: 'refused' }>,
  now: Instant,
): Row {
  const { listId, key, receipt, name, phone, email, personId } = input
  return {
    ...{ listId, key, receipt, name, phone, email: email.address, emailKey: email.key },
    personId: personId ?? null,
    state: verdict.kind,
    heldUntil: verdict.kind === 'held' ? verdict.until : null,
    verifiedAt: personId === undefined ? null : now,
    createdAt: now,
    settledAt: null,
  }
}

/** Whoever is signed in and on the list already is led there, whatever has changed since. */
async function alreadyTheirs(tx: Tx, input: RegisterInput): Promise<Registered | undefined> {
  if (input.personId === undefined) return undefined
  const first = await findByAddress(tx, input.listId, input.email.key)
  return first && { kind: 'already', key: first.key }
}

/** Signed in: led to the registration. Otherwise: the same answer as anybody, and a mail to the owner of the address. */
async function alreadyThere(
  tx: Tx,
  input: RegisterInput & { key: string; receipt: string },
  facts: { row: Row; verified: boolean; now: Instant },
): Promise<Registered> {
  const { row, verified, now } = facts
  const first = await findByAddress(tx, input.listId, input.email.key)
  if (verified && first !== undefined) return { kind: 'already', key: first.key }
  await insertRegistration(tx, { ...row, state: 'repeated' })
  if (first !== undefined)
    await sendMail(tx, mailTo('registration-again', first, now, `:${now.toString().slice(0, 13)}`))
  return { kind: row.state as 'held' | 'waiting', key: input.key, receipt: input.receipt }
}

export type Confirmed = { kind: 'confirmed' | 'waiting' } | Refused<Closing | 'cancelled' | 'unknown'>

/** The button behind the link of the mail: the address is theirs (REG-5), the offer is accepted (REG-4). Twice is once. */
export function confirm(database: Database, key: string, now: Instant): Promise<Confirmed> {
  return withLocked(database, key, async (tx, { list, registration }) => {
    const replaced = registration.state === 'expired' && (await findByAddress(tx, list.id, registration.emailKey))
    const verdict = decideConfirmation(list, replaced ? 'cancelled' : registration.state, now)
    if (verdict.kind === 'refused') return verdict
    if (registration.state === verdict.kind && registration.verifiedAt !== null) return { kind: verdict.kind }
    if (registration.state === 'expired') await arriveAgain(tx, registration.id)
    await setState(tx, registration.id, { state: verdict.kind, heldUntil: null, verifiedAt: now, settledAt: now })
    await audit(tx, {
      actorId: null,
      verb: `registration-${verdict.kind}`,
      object: `registration:${registration.id}`,
      now,
    })
    const round = () => `${lifeOf(registration)}${registration.state}`
    await tellIn(tx, `registration-${verdict.kind}`, { registrations: [registration], now, round })
    return { kind: verdict.kind }
  })
}

export type Cancelled = { kind: 'cancelled' } | Refused<'not-registered' | 'date-begun' | 'unknown'>

/** The person gives the place back; the first who waits gets it in the same transaction (REG-4, REG-5). */
export function cancel(
  database: Database,
  key: string,
  by: { actorId: number | null; now: Instant },
): Promise<Cancelled> {
  const { actorId, now } = by
  return withLocked(database, key, (tx, locked) => endIn(tx, locked, { verb: 'registration-cancelled', actorId }, now))
}
