// ART-4, B2. What a text may hold: the elements below with the attributes below, and nothing else, ever. No style, no class,
// no id, no script. A link goes to the web, to an address, to a telephone or to a page of this site. An image is a file of
// this site and has an alternative text, be it empty. The editor, the sanitizer and the page that shows all follow this.

export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  h2: [],
  h3: [],
  h4: [],
  p: [],
  br: [],
  strong: [],
  em: [],
  ul: [],
  ol: [],
  li: [],
  a: ['href', 'rel'],
  blockquote: [],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['scope', 'colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  figure: [],
  figcaption: [],
  img: ['src', 'alt', 'width', 'height'],
  hr: [],
}

/** Search engines are told nothing by a link of ours, the site that opens gets no hold on ours. */
export const OUTSIDE_REL = 'noopener nofollow'

const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:']
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** The address of a link as it is stored, `www.exemple.fr` and `nom@exemple.fr` completed; undefined when it leads nowhere
 *  that one may be sent to. */
export function safeLink(typed: string): string | undefined {
  const text = typed.replace(UNSEEN, '').trim()
  if (/^\/(?![/\\])/.test(text)) return localLink(text)
  const whole = completed(text)
  if (!URL.canParse(whole)) return undefined
  const url = new URL(whole)
  const isOpen = SCHEMES.includes(url.protocol) && url.username === '' && url.password === ''
  return isOpen ? url.href : undefined
}

function completed(text: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return text
  if (/^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i.test(text)) return `mailto:${text}`
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[a-z]{2,}(?:[/?#]|$)/iu.test(text) ? `https://${text}` : text
}

const HERE = 'https://ici.invalid'

function localLink(text: string): string | undefined {
  if (!URL.canParse(text, HERE)) return undefined
  const { origin, pathname, search, hash } = new URL(text, HERE)
  return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : undefined
}

export const isOutside = (href: string): boolean => /^https?:/.test(href)

/** The address of a file of this site (contract: `/fichiers/{key}/{name}`). */
export const isOwnImage = (src: string): boolean => /^\/fichiers\/[a-z2-7]{26}\/[^\s"<>\\/]+$/.test(src)

/** Whether the value of an allowed attribute is one that may be shown. */
export function isSafeValue(name: string, value: string): boolean {
  if (name === 'href') return safeLink(value) === value
  if (name === 'src') return isOwnImage(value)
  if (name === 'rel') return value === OUTSIDE_REL
  if (name === 'scope') return value === 'col' || value === 'row'
  if (name === 'alt') return true
  return /^[1-9]\d{0,3}$/.test(value)
}
