import { type Instant, isBefore, minutes } from '#kernel/time'
import type { Database, Tx } from '#platform/database/database.ts'
import { hashOf, keyedHash, newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import type { Submission } from '#platform/submissions/once.ts'
import type { Actor } from './actor.ts'
import { SEEN_EVERY_MINUTES } from './rules.ts'
import { prepareSessionLookup } from './session-queries.ts'
import { endAllSessions, endSession, insertSession, markSeen } from './session-store.ts'

type Settings = Pick<Parts['settings'], 'PUBLIC_URL'>

const isSecure = (settings: Settings): boolean => settings.PUBLIC_URL.startsWith('https:')

/** `__Host-` keeps the cookie to this very host, over https only; a site on http (a demo) cannot have it. */
export const sessionCookieName = (settings: Settings): string => (isSecure(settings) ? '__Host-session' : 'session')

export const deviceCookieName = (settings: Settings): string => (isSecure(settings) ? '__Host-appareil' : 'appareil')

/** The server ends a session; the cookie lasts as long as browsers allow, so that an active reader stays. */
const COOKIE_SECONDS = 400 * 24 * 3600

export function cookieOf(settings: Settings, name: string, value: string): string {
  const life = value === '' ? 0 : COOKIE_SECONDS
  return `${name}=${value}; Path=/; Max-Age=${life}; HttpOnly; SameSite=Lax${isSecure(settings) ? '; Secure' : ''}`
}

export const sessionCookie = (settings: Settings, key: string): string =>
  cookieOf(settings, sessionCookieName(settings), key)

/** The cookie that signs out. */
export const noSessionCookie = (settings: Settings): string => sessionCookie(settings, '')

export function readCookie(cookieHeader: string, name: string): string | undefined {
  for (const pair of cookieHeader.split(';')) {
    const [key, value] = pair.split(/=(.*)/s)
    if (key?.trim() === name) return value?.trim()
  }
  return undefined
}

/** Signs a browser in: always a new key, of which only the hash is kept. */
export function openSession(
  tx: Tx,
  session: { key: string; personId: number; agent: string; now: Instant },
): Promise<void> {
  const { key, ...rest } = session
  return insertSession(tx, { ...rest, keyHash: hashOf(key) })
}

export const newSessionKey = newKey

/**
 * The key of a session that a link opens. It comes from the form's number, so that a second click, which finds the link used,
 * is answered with the same session and not with a refusal.
 */
export const sessionKeyOf = (secret: string, submission: Submission): string =>
  keyedHash(secret, `session:${submission.key}`)

/** Who is there: reads the cookie and, in one statement, the person with her rights of this moment. */
export function identify(parts: Pick<Parts, 'database' | 'settings'>) {
  const { database, settings } = parts
  const lookup = prepareSessionLookup(database)
  const name = sessionCookieName(settings)
  return async (cookieHeader: string, now: Instant): Promise<Actor | undefined> => {
    const key = readCookie(cookieHeader, name)
    if (key === undefined || key === '') return undefined
    const [found] = await lookup.execute({ keyHash: hashOf(key), now: now.toString() })
    if (found === undefined) return undefined
    const { sessionId, seenAt, ...actor } = found
    if (isBefore(seenAt, now.subtract(minutes(SEEN_EVERY_MINUTES)))) await markSeen(database, sessionId, now)
    return actor
  }
}

export async function signOut(database: Database, settings: Settings, cookieHeader: string): Promise<void> {
  const key = readCookie(cookieHeader, sessionCookieName(settings))
  if (key !== undefined) await endSession(database, hashOf(key))
}

/** Ends the sessions of every browser, this one included. */
export const signOutEverywhere = (database: Database, actor: Actor): Promise<number> =>
  endAllSessions(database, actor.id)

/** What the session of a request is known by, to ask later whether it still lives; nothing is signed in by it. */
export const sessionHashOf = (settings: Settings, cookieHeader: string): string =>
  hashOf(readCookie(cookieHeader, sessionCookieName(settings)) ?? '')
