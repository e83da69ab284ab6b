import { audit } from '#features/audit/actions.ts'
import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import type { Tx } from '#platform/database/database.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import type { Parts } from '#platform/parts.ts'
import { hashPassword } from '#platform/passwords.ts'
import { type Once, once } from '#platform/submissions/once.ts'
import { findAddressee } from './account-queries.ts'
import { savePassword } from './person-store.ts'
import type { Purpose } from './rules.ts'
import { openSession, sessionKeyOf } from './session-actions.ts'
import { endAllSessions } from './session-store.ts'
import { mayMail, type Sent } from './sign-up-actions.ts'
import { createToken, spendLink } from './token-actions.ts'
import { dropTokens } from './token-store.ts'

/** Where the mail of an unknown address goes: it is written like the others, so that nothing tells them apart, and dropped. */
const NOBODY = 'personne@sans-compte.invalid'

/**
 * Mails a link to sign in or to choose a new password. An attempt that nobody confirmed gets its confirmation again; an
 * unknown or suspended address gets nothing, by the same statements.
 */
export function askLink(
  parts: Parts,
  sent: Sent,
  asked: { purpose: 'link' | 'reset'; emailKey: string },
): Promise<Once<void>> {
  const { now } = sent.submission
  return once(
    parts.database,
    sent.submission,
    async (tx) => {
      if (!(await mayMail(tx, parts, asked.purpose, { emailKey: asked.emailKey, now }))) return
      const found = await findAddressee(tx, asked.emailKey)
      const addressee = found?.state === 'suspended' ? undefined : found
      const purpose = addressee?.state === 'unconfirmed' ? 'confirm' : asked.purpose
      await mailLink(tx, parts, { purpose, addressee, now })
    },
    () => sent.location,
  )
}

type LinkMail = {
  purpose: Purpose
  addressee: { id: number; email: string; emailVersion: number } | undefined
  now: Instant
}

/** Writes the mail of a link in the transaction that asks for it. */
export async function mailLink(tx: Tx, { settings }: Parts, { purpose, addressee, now }: LinkMail): Promise<void> {
  const to = { personId: addressee?.id ?? null, emailVersion: addressee?.emailVersion ?? 1, now }
  const token = await createToken(tx, settings.SECRET, purpose, to)
  const kind = `account-${purpose}`
  const recipient = addressee?.email ?? NOBODY
  await sendMail(tx, { cause: `${kind}:${token}`, kind, recipient, personId: addressee?.id, about: { token }, now })
}

export type LinkUse = { sent: Sent; key: string; agent: string }
export type Entered = { kind: 'entered'; emailKey: string; name: string }
export type Entry = Once<Entered | Refused<'stale'>>

const placeOf = (sent: Sent) => (entry: { kind: string }) => (entry.kind === 'entered' ? sent.location : undefined)

/** Signs in by the link of a mail, once. */
export function enterByLink(parts: Parts, { sent, key, agent }: LinkUse): Promise<Entry> {
  const { submission } = sent
  return once<Entered | Refused<'stale'>>(
    parts.database,
    submission,
    async (tx) => {
      const person = await spendLink(tx, 'link', key, submission.now)
      if (person === undefined) return refused('stale')
      const session = sessionKeyOf(parts.settings.SECRET, submission)
      await openSession(tx, { key: session, personId: person.personId, agent, now: submission.now })
      return { kind: 'entered', emailKey: person.emailKey, name: person.name }
    },
    placeOf(sent),
  )
}

/** Changes the password, ends every session, drops the links still waiting, tells the owner by mail, and signs in here. */
export async function resetPassword(parts: Parts, use: LinkUse, password: string): Promise<Entry> {
  const passwordHash = await hashPassword(password)
  const { sent, key, agent } = use
  const { submission } = sent
  const { now } = submission
  return once<Entered | Refused<'stale'>>(
    parts.database,
    submission,
    async (tx) => {
      const person = await spendLink(tx, 'reset', key, now)
      if (person === undefined) return refused('stale')
      const { personId, email, emailKey, name } = person
      await savePassword(tx, personId, passwordHash, now)
      await endAllSessions(tx, personId)
      await dropTokens(tx, personId)
      await openSession(tx, { key: sessionKeyOf(parts.settings.SECRET, submission), personId, agent, now })
      await audit(tx, { actorId: personId, verb: 'password-reset', object: `person:${personId}`, now })
      const mail = { cause: `account-password-changed:${submission.key}`, kind: 'account-password-changed', now }
      await sendMail(tx, { ...mail, recipient: email, personId, about: { person: personId } })
      return { kind: 'entered', emailKey, name }
    },
    placeOf(sent),
  )
}
