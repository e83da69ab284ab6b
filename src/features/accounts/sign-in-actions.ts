import type { Instant } from '#kernel/time'
import { type Refused, refused } from '#kernel/verdict'
import { transact } from '#platform/database/database.ts'
import { keyedHash } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { verifyPassword } from '#platform/passwords.ts'
import { countTry, forgetTries, giveBackTry } from '#platform/rate-limits/rate-limit.ts'
import { findSignIn } from './account-queries.ts'
import { knownDevice } from './device-actions.ts'
import * as rules from './rules.ts'
import { newSessionKey, openSession } from './session-actions.ts'

export type Attempt = {
  emailKey: string
  password: string
  network: string
  agent: string
  cookieHeader: string
  now: Instant
}

export type SignIn =
  | { kind: 'signed-in'; sessionKey: string; name: string }
  | { kind: 'too-many'; retryAfterSeconds: number }
  | Refused<'wrong'>

type Counter = { key: string; limit: rules.RateLimit; success: 'forget' | 'give-back' }

/**
 * By password. Unknown, unconfirmed and suspended accounts are answered as a wrong password, after the same time. Tries are
 * counted before the password is looked at, and given back when it is right.
 */
export async function signIn(parts: Parts, attempt: Attempt): Promise<SignIn> {
  const { database } = parts
  const counters = countersOf(parts, attempt)
  for (const { key, limit } of counters) {
    const allowance = await countTry(database, key, limit, attempt.now)
    if (!allowance.allowed) return { kind: 'too-many', retryAfterSeconds: allowance.retryAfterSeconds }
  }
  const person = await findSignIn(database, attempt.emailKey)
  const right = await verifyPassword(attempt.password, person?.passwordHash)
  if (person === undefined || !right) return refused('wrong')
  for (const { key, success } of counters) await (success === 'forget' ? forgetTries : giveBackTry)(database, key)
  const sessionKey = newSessionKey()
  const { agent, now } = attempt
  await transact(database, (tx) => openSession(tx, { key: sessionKey, personId: person.id, agent, now }))
  return { kind: 'signed-in', sessionKey, name: person.name }
}

function countersOf({ settings }: Parts, { emailKey, network, cookieHeader }: Attempt): readonly Counter[] {
  const counter = (name: string, limit: rules.RateLimit, success: Counter['success']): Counter => ({
    key: keyedHash(settings.SECRET, `sign-in:${name}`),
    limit,
    success,
  })
  const device = knownDevice(settings, cookieHeader, emailKey)
  if (device !== undefined) return [counter(`device:${device}:${emailKey}`, rules.TRIES_PER_DEVICE, 'forget')]
  return [
    counter(`here:${network}:${emailKey}`, rules.TRIES_PER_ACCOUNT_AND_NETWORK, 'forget'),
    counter(`network:${network}`, rules.TRIES_PER_NETWORK, 'give-back'),
    counter(`account:${emailKey}`, rules.TRIES_PER_ACCOUNT, 'give-back'),
  ]
}
