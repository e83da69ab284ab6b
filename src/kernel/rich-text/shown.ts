import { ALLOWED, isSafeValue } from './rules.ts'
import { escapeAttribute, escapeText } from './tree.ts'

const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*) ?(\/?)>|[^<]+|</g
const ATTRIBUTE = / ([a-z]+)="([^"<>]*)"/g
/** A wide table is scrolled on a phone, with the keyboard too. */
const SCROLLED = '<div class="rich-scroll" role="group" aria-label="Tableau" tabindex="0">'
const ALONE = new Set(['br', 'hr', 'img'])
const NAMES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The text of what was escaped by `toHtml`. */
export const unescapeText = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => NAMES[name] ?? '')

/**
 * Stored HTML as today's rules allow it, whatever yesterday's allowed and however it came to be stored: each tag is written
 * anew from the list, what is not on it is text or nothing. Reads in one pass what `toHtml` wrote; anything else is harmless.
 */
export function shownHtml(stored: string): string {
  const open: string[] = []
  let html = ''
  for (const [token, slash, tag, attributes = ''] of stored.matchAll(TOKEN)) {
    if (tag === undefined) html += escapeText(unescapeText(token))
    else if (!Object.hasOwn(ALLOWED, tag)) continue
    else if (slash === '/') html += closing(open, tag)
    else {
      html += `${tag === 'table' ? SCROLLED : ''}<${tag}${allowedAttributes(tag, attributes)}>`
      if (!ALONE.has(tag)) open.push(tag)
    }
  }
  return html + closing(open, open[0] ?? '')
}

/** Closes everything down to that tag; nothing if it is not open. */
function closing(open: string[], tag: string): string {
  const place = open.lastIndexOf(tag)
  if (place === -1) return ''
  return open
    .splice(place)
    .reverse()
    .map((one) => (one === 'table' ? '</table></div>' : `</${one}>`))
    .join('')
}

function allowedAttributes(tag: string, written: string): string {
  return [...written.matchAll(ATTRIBUTE)]
    .map(([, name = '', value = '']) => [name, unescapeText(value)] as const)
    .filter(([name, value]) => ALLOWED[tag]?.includes(name) && isSafeValue(name, value))
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('')
}
