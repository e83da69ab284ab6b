import type { EmailAddress } from '#kernel/email-address'
import type { Instant } from '#kernel/time'
import type { Tx } from '#platform/database/database.ts'
import { keyedHash } from '#platform/keys.ts'
import { sendMail } from '#platform/mail/outbox.ts'
import type { Parts } from '#platform/parts.ts'
import { hashPassword } from '#platform/passwords.ts'
import { countTry } from '#platform/rate-limits/rate-limit.ts'
import { type Once, once, type Submission } from '#platform/submissions/once.ts'
import { findOwner } from './account-queries.ts'
import { insertPerson, savePassword } from './person-store.ts'
import { MAILS_PER_ADDRESS } from './rules.ts'
import { createToken } from './token-actions.ts'

export type Professional = {
  job: string
  phone: string
  departement: string
  wantsToPublish: boolean
  structureId?: number
  structureName: string
}

export type SignUp = { name: string; email: EmailAddress; password: string; professional?: Professional }

export type Sent = { submission: Submission; location: string }

/**
 * Keeps an attempt and mails its link; an address that has an account gets a mail that says so instead. The answer, its time
 * and its place are the same (ACC-6), even when that address had its mails of the day.
 */
export async function signUp(parts: Parts, sent: Sent, form: SignUp): Promise<Once<void>> {
  const passwordHash = await hashPassword(form.password)
  const { submission, location } = sent
  return once(
    parts.database,
    submission,
    async (tx) => {
      if (!(await mayMail(tx, parts, 'sign-up', { emailKey: form.email.key, now: submission.now }))) return
      const owner = await findOwner(tx, form.email.key)
      if (owner === undefined) await keepAttempt(tx, parts, { form, passwordHash, now: submission.now })
      else await sayAccountExists(tx, owner, submission)
    },
    () => location,
  )
}

/** Counts a mail to an address, whoever asks for it; false once it had its share of the day. */
export async function mayMail(
  tx: Tx,
  { settings }: Parts,
  kind: string,
  to: { emailKey: string; now: Instant },
): Promise<boolean> {
  const key = keyedHash(settings.SECRET, `mail:${kind}:${to.emailKey}`)
  return (await countTry(tx, key, MAILS_PER_ADDRESS, to.now)).allowed
}

type Attempt = { form: SignUp; passwordHash: string; now: Instant }

async function keepAttempt(tx: Tx, { settings }: Parts, { form, passwordHash, now }: Attempt): Promise<void> {
  const { name, email, professional } = form
  const personId = await insertPerson(tx, {
    ...professional,
    name,
    email: email.address,
    emailKey: email.key,
    state: 'unconfirmed',
    professionalState: professional === undefined ? 'none' : 'pending',
    createdAt: now,
  })
  await savePassword(tx, personId, passwordHash, now)
  const token = await createToken(tx, settings.SECRET, 'confirm', { personId, emailVersion: 1, now })
  const mail = { cause: `account-confirm:${token}`, kind: 'account-confirm', about: { token }, now }
  await sendMail(tx, { ...mail, recipient: email.address })
}

type Owner = { id: number; email: string }

async function sayAccountExists(tx: Tx, owner: Owner, { key, now }: Submission): Promise<void> {
  const mail = { cause: `account-exists:${key}`, kind: 'account-exists', about: { person: owner.id }, now }
  await sendMail(tx, { ...mail, recipient: owner.email, personId: owner.id })
}
