import { textOf } from './text-of.ts'
import { escapeText } from './tree.ts'

const INLINE = 'a|b|strong|i|em|br|span|u|font'
const BLOCK = 'p|h[1-6]|ul|ol|li|table|tr|td|th|blockquote|div|figure|img|hr|section|article'
const BLOCK_TAG = new RegExp(`</?(?:${BLOCK})(?:\\s[^<>]*)?/?>`, 'i')
const ANY_TAG = new RegExp(`</?(?:${BLOCK}|${INLINE})(?:\\s[^<>]*)?/?>`, 'i')

/** Whether what was typed in the field is HTML; « 3 < 4 » and « <3 » are not. */
export const isMarkup = (typed: string): boolean => ANY_TAG.test(typed)

const MOST_MARKUP = 300_000
const MOST_TAGS = 20_000

/** Whether the words of what was typed, tags apart, are more than `most` characters. */
export function isTooLong(typed: string, most: number): boolean {
  if (!isMarkup(typed)) return typed.length > most
  if (typed.split('<').length > MOST_TAGS) return true
  return typed.length > MOST_MARKUP || textOf('html', typed).length > most
}

/** The HTML of what was typed: as it is, or made of its paragraphs and lists when it has none of its own. */
export function htmlOfTyped(typed: string): string {
  if (BLOCK_TAG.test(typed)) return typed
  return fromPlain(typed, isMarkup(typed) ? (text) => text : escapeText)
}

const BULLET = /^\s*(?:[•·▪*–-]|o(?=\t))\s+/
const NUMBER = /^\s*\d{1,3}[.)]\s+/

/** Plain text as HTML: a blank line ends a paragraph, lines that all have a dash or a number make a list. */
export function fromPlain(text: string, write: (text: string) => string = escapeText): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((part) => part.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) => blockOf(lines, write))
    .join('')
}

function blockOf(lines: readonly string[], write: (text: string) => string): string {
  const listed = (mark: RegExp) => lines.map((line) => `<li>${write(line.replace(mark, '').trim())}</li>`).join('')
  if (lines.every((line) => BULLET.test(line))) return `<ul>${listed(BULLET)}</ul>`
  if (lines.length > 1 && lines.every((line) => NUMBER.test(line))) return `<ol>${listed(NUMBER)}</ol>`
  return `<p>${lines.map((line) => write(line.trim())).join('<br />')}</p>`
}

/** Stored HTML as somebody without JavaScript edits it: a line for each block. Cleaned again, it is what it was. */
export function toSource(html: string): string {
  return html
    .replace(/<\/(?:p|h[2-4]|ul|ol|blockquote|table|figure)>(?!<\/(?:li|t[dh])>)/g, '$&\n')
    .replace(/<(?:ul|ol|table|thead|tbody|blockquote|figure)>|<\/(?:li|tr|thead|tbody|caption)>|<hr \/>/g, '$&\n')
    .replace(/(?<!\n)\n(?=<(?:p|h[2-4]|ul|ol|blockquote|table|figure)>)/g, '\n')
    .trim()
}
