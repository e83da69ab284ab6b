// One stored form for an e-mail address, so that a twin cannot take an account (RFC 5321, RFC 5890).

/** `address` is what is written to; `key` is what is compared: NFC, domain in lower A-labels, local part in lower case. */
export type EmailAddress = { address: string; key: string }

export type EmailRefusal = 'empty' | 'malformed' | 'too-long' | 'not-ascii'

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/

/**
 * Reads an address as typed: spaces around and a trailing dot are forgiven, an international domain becomes its A-label.
 * A local part outside ASCII needs SMTPUTF8, which few servers have: refused with that reason rather than lost.
 */
export function readEmail(typed: string): EmailAddress | EmailRefusal {
  const trimmed = typed.trim().normalize('NFC').replace(/\.$/, '')
  if (trimmed === '') return 'empty'
  const at = trimmed.lastIndexOf('@')
  if (at < 1) return 'malformed'
  const local = trimmed.slice(0, at).toLowerCase()
  if (/[^\p{ASCII}]/u.test(local)) return 'not-ascii'
  const domain = asciiDomain(trimmed.slice(at + 1))
  if (!LOCAL.test(local) || domain === undefined) return 'malformed'
  const key = `${local}@${domain}`
  if (local.length > 64 || key.length > 254) return 'too-long'
  return { address: `${trimmed.slice(0, at)}@${domain}`, key }
}

function asciiDomain(domain: string): string | undefined {
  if (/[\s/\\?#@:%[\]]/.test(domain)) return undefined
  try {
    const host = new URL(`http://${domain}`).hostname
    return DOMAIN.test(host) ? host : undefined
  } catch {
    return undefined
  }
}

/** Where most people of the region have their mailbox, then those that only look like a slip in one of the first. */
const COMMON = [
  'gmail.com',
  'orange.fr',
  'hotmail.fr',
  'hotmail.com',
  'yahoo.fr',
  'yahoo.com',
  'laposte.net',
  'outlook.fr',
  'outlook.com',
  'free.fr',
  'sfr.fr',
  'wanadoo.fr',
  'icloud.com',
  'live.fr',
  'bbox.fr',
  'neuf.fr',
  'protonmail.com',
  'numericable.fr',
  'mail.com',
  'ymail.com',
]

/** « gmial.com » → `gmail.com`: a likely slip in the domain, offered and never imposed. */
export function likelyDomain(key: string): string | undefined {
  const domain = key.slice(key.lastIndexOf('@') + 1)
  if (COMMON.includes(domain)) return undefined
  return COMMON.find((known) => oneSlip(domain, known))
}

function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const swapped = restA.length === 2 && restB === `${restA[1]}${restA[0]}`
  return swapped || (restA.length <= 1 && restB.length <= 1)
}
