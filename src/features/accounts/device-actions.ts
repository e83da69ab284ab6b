import { isKey, keyedHash, newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { cookieOf, deviceCookieName, readCookie } from './session-actions.ts'

/** Accounts that one browser may be known for: a family, a shared desk. */
const MOST = 5

const markOf = (secret: string, device: string, emailKey: string): string =>
  keyedHash(secret, `device:${device}:${emailKey}`)

const marksIn = (value: string | undefined): [device: string, mark: string][] =>
  (value ?? '').split('~').flatMap((entry): [string, string][] => {
    const [device = '', mark = ''] = entry.split('.')
    return isKey(device) && mark !== '' ? [[device, mark]] : []
  })

/** The number of a browser that already signed in to this account; undefined for any other, and for a forged cookie. */
export function knownDevice(settings: Parts['settings'], cookieHeader: string, emailKey: string): string | undefined {
  const marks = marksIn(readCookie(cookieHeader, deviceCookieName(settings)))
  return marks.find(([device, mark]) => mark === markOf(settings.SECRET, device, emailKey))?.[0]
}

/** The cookie that lets this browser be known for the account; it signs nobody in. */
export function deviceCookie(settings: Parts['settings'], cookieHeader: string, emailKey: string): string {
  const name = deviceCookieName(settings)
  const known = knownDevice(settings, cookieHeader, emailKey)
  const device = known ?? newKey()
  const others = marksIn(readCookie(cookieHeader, name)).filter(([other]) => other !== known)
  const marks = [[device, markOf(settings.SECRET, device, emailKey)], ...others].slice(0, MOST)
  return cookieOf(settings, name, marks.map((mark) => mark.join('.')).join('~'))
}
