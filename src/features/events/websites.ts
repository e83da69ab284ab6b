// P14: the site and the Facebook page of an event, typed with or without http://. Only the web is linked to: no other
// scheme, no password in the address, a host that has a name.
import { type Refused, refused } from '#kernel/verdict'

export type WebAddress = { kind: 'none' } | { kind: 'address'; url: string } | Refused<'not-web' | 'not-facebook'>

const LONGEST = 500
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?$/
const FACEBOOK = /(?:^|\.)(?:facebook\.com|fb\.com|fb\.me|fb\.watch)$/

/** Reads an address of the web; without a scheme it is https. */
export function readWebsite(typed: string): WebAddress {
  const text = typed.trim()
  if (text === '') return { kind: 'none' }
  if (text.length > LONGEST || /[\s\p{Cc}\\]/u.test(text)) return refused('not-web')
  const url = URL.parse(withScheme(text))
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return refused('not-web')
  if (url.username !== '' || url.password !== '' || !HOST.test(url.hostname)) return refused('not-web')
  return url.href.length > LONGEST * 3 ? refused('not-web') : { kind: 'address', url: url.href }
}

/** Reads the address of a Facebook page: another site has its own field. */
export function readFacebook(typed: string): WebAddress {
  const read = readWebsite(typed)
  if (read.kind !== 'address') return read.kind === 'none' ? read : refused('not-facebook')
  return FACEBOOK.test(new URL(read.url).hostname) ? read : refused('not-facebook')
}

/** `javascript:` has a scheme; `www.exemple.fr:8080` has none. */
function withScheme(text: string): string {
  if (text.startsWith('//')) return `https:${text}`
  return /^[a-z][a-z0-9+-]*:/i.test(text) ? text : `https://${text}`
}
