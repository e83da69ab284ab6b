// How each field of an imported line is read: what is right is kept in one form, what is wrong is left out with a sentence.
import { fold } from '#kernel/fold'

/** Text of a cell, whatever its type: well-formed, without NUL, without HTML entities or Markdown escapes. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'object') return ''
  return String(value)
    .toWellFormed()
    .replaceAll('\0', '')
    .replace(/\r\n?/g, '\n')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\\([-*_.#>()[\]!])/g, '$1')
    .trim()
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }

/** On one line. */
export const lineOf = (value: unknown): string => textOf(value).replace(/\s+/g, ' ')

/** A list: an array, or a cell whose values are separated by `|` or `;`. */
export function listOf(value: unknown): string[] {
  const items = Array.isArray(value) ? value.map(lineOf) : textOf(value).split(/[|;]/)
  return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ''))]
}

/** « 04 50 56 87 49 »; undefined when it is no phone number. Short numbers (39 19) stay as they are. */
export function readPhone(typed: string): string | undefined {
  const [first = ''] = typed.split(/\s*(?:\/|;|\bou\b| - )\s*/)
  const digits = first
    .replace(/poste.*$/i, '')
    .replace(/\(0\)/, '')
    .replace(/^[\s']*(\+|00)33/, '0')
    .replace(/[\s.()'-]/g, '')
  if (/^0[1-9]\d{8}$/.test(digits)) return digits.replace(/(\d{2})(?=\d)/g, '$1 ')
  if (/^[13]\d{3}$/.test(digits)) return `${digits.slice(0, 2)} ${digits.slice(2)}`
  return /^\+\d{8,15}$/.test(digits) ? digits : undefined
}

/** The whole address of a site, `https://` added when it was left out; undefined when it cannot be one. */
export function readWebsite(typed: string): string | undefined {
  const [first = ''] = typed.split(/[\s|]+/)
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(first) ? first : `https://${first}`)
    const known = /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.username === ''
    return known && url.href.length <= 2000 ? url.href : undefined
  } catch {
    return undefined
  }
}

/** `2022-08-21` from that form or from « 21/08/2022 », an hour after it forgiven; undefined when there is no such day. */
export function readDay(typed: string): string | undefined {
  const french = /^(\d{2})\/(\d{2})\/(\d{4})(?:\D|$)/.exec(typed)
  const iso = french === null ? typed.slice(0, 10) : `${french[3]}-${french[2]}-${french[1]}`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined
  const day = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== iso ? undefined : iso
}

/** Where France is: south, north, west, east. Mainland, Antilles, Guyane, Réunion, Mayotte, Saint-Pierre, Pacific. */
const FRANCE = [
  [41, 51.5, -5.5, 10],
  [14, 18.5, -64, -60],
  [2, 6, -55, -51],
  [-22, -20, 55, 56],
  [-13.5, -12, 44.5, 45.5],
  [46, 48, -57, -55.5],
  [-28, -7, -155, -134],
  [-23.5, -18, 158, 173],
] as const

/** A latitude and a longitude in France; undefined when one is missing, when they are swapped, or elsewhere. */
export function readPoint(latitude: unknown, longitude: unknown): { latitude: number; longitude: number } | undefined {
  const [lat = Number.NaN, lon = Number.NaN] = [latitude, longitude].map((value) => {
    const text = lineOf(value).replace(',', '.')
    return text === '' ? Number.NaN : Number(text)
  })
  const inside = FRANCE.some(([south, north, west, east]) => lat > south && lat < north && lon > west && lon < east)
  return inside ? { latitude: lat, longitude: lon } : undefined
}

/** The first paragraph, cut at a word under `most` letters; nothing when it only announces a list. */
export function summaryOf(text: string, most = 240): string {
  const paragraph = (text.split(/\n\s*\n/, 1)[0] ?? '').replace(/\s+/g, ' ').trim()
  if (paragraph.endsWith(':')) return ''
  if (paragraph.length <= most) return paragraph
  return `${paragraph.slice(0, most).replace(/\s+\S*$/, '')}…`
}

const SHORT_WORDS: Record<string, string> = {
  bd: 'boulevard',
  bld: 'boulevard',
  boul: 'boulevard',
  av: 'avenue',
  ave: 'avenue',
  pl: 'place',
  r: 'rue',
  rte: 'route',
  imp: 'impasse',
  che: 'chemin',
  chem: 'chemin',
  all: 'allee',
  crs: 'cours',
  qu: 'quai',
  sq: 'square',
  fg: 'faubourg',
  st: 'saint',
  ste: 'sainte',
}

/** What two sheets at the same door have in common: « 12 bd St-Michel » and « 12, boulevard Saint Michel ». */
export function addressKeyOf(street: string, commune: string): string | null {
  const words = fold(street)
    .split(' ')
    .map((word) => SHORT_WORDS[word] ?? word)
    .filter((word) => !['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd'].includes(word))
  return words.length < 2 || commune === '' ? null : `${words.join(' ')} ${commune}`
}

/** The ten digits of a phone number; null for a short number, that many structures share. */
export function phoneKeyOf(phone: string): string | null {
  const digits = phone.replace(/\D/g, '')
  return digits.length < 10 ? null : digits
}
