import { isIPv6 } from 'node:net'

type Headers = Record<string, string | string[] | undefined>

/**
 * The policy of every page: nothing from elsewhere runs, no inline script or style. Pages shared by all visitors cannot
 * carry a nonce that means something, so they allow the site's own files; the others name a nonce as well.
 */
export function contentSecurityPolicy(nonce: string | undefined, imageOrigins: readonly string[]): string {
  const scripts = nonce === undefined ? `'self'` : `'self' 'nonce-${nonce}'`
  return [
    `default-src 'none'`,
    `script-src ${scripts}`,
    `style-src 'self'`,
    `img-src ${[`'self'`, 'data:', ...imageOrigins].join(' ')}`,
    `media-src 'self'`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `object-src 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

export function securityHeaders(secure: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(self), payment=(), usb=()',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/** Whether a request that changes something comes from one of our own pages (B12). Neither header: refused. */
export function comesFromOurPages(headers: Headers, publicOrigin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return headers.origin === publicOrigin
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** Whether a host, with its port or not, is this machine’s name for itself. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host)

/** Whether the `Host` header names this site; a site on the loopback answers to each of the loopback's names. */
export function isOurHost(host: string | undefined, publicHost: string): boolean {
  if (host === undefined) return false
  return host === publicHost || (isLoopback(publicHost) && isLoopback(host))
}

/** The network of an address: itself in IPv4, its /64 in IPv6, since a household holds one. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (mapped?.[1] !== undefined) return mapped[1]
  if (!isIPv6(ip)) return ip
  const [head = '', tail = ''] = ip.toLowerCase().split('::')
  const start = head.split(':').filter(Boolean)
  const end = tail.split(':').filter(Boolean)
  const groups = ip.includes('::') ? [...start, ...Array(8 - start.length - end.length).fill('0'), ...end] : start
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
