import { unescapeText } from './shown.ts'

export type RichFormat = 'plain' | 'html'

const BLOCK = /<\/(?:p|h[2-4]|li|tr|caption|figcaption|blockquote|table|ul|ol)>|<(?:ul|ol|br \/|hr \/)>/g

/** The words of a rich text, for excerpts, search, mails and feeds: a line for each block, dashes for lists. */
export function textOf(format: RichFormat, text: string): string {
  if (format === 'plain') return text
  const marked = text
    .replace(/<li>(?:<p>)?/g, '\n- ')
    .replace(/<\/t[dh]>(?=<t[dh])/g, ' · ')
    .replace(BLOCK, (tag) => (/^<\/(?:p|h\d|table|blockquote)/.test(tag) ? '\n\n' : '\n'))
    .replace(/<[^>]*>/g, '')
  return unescapeText(marked)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^(- .*)\n+(?=- )/gm, '$1\n')
    .trim()
}
