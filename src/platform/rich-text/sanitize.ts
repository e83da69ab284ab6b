import sanitizeHtml from 'sanitize-html'
import { type Cleaned, cleanNodes } from '#kernel/rich-text/clean'
import { ALLOWED, isOutside, isSafeValue, OUTSIDE_REL } from '#kernel/rich-text/rules'
import type { RichFormat } from '#kernel/rich-text/text-of'
import { htmlOfTyped, isMarkup } from '#kernel/rich-text/typed'
import { readHtml } from './read-html.ts'

/** What is stored of a rich text, and what the author is told is gone. */
export type RichText = { format: RichFormat; text: string; dropped: string[] }

/** Cleans HTML from anywhere (ART-4, B2): our own cleaning first, then a sanitizer that knows nothing of it. */
export function sanitize(html: string): Cleaned {
  const cleaned = cleanNodes(readHtml(html))
  return { html: guarded(cleaned.html), dropped: cleaned.dropped }
}

const GUARD: sanitizeHtml.IOptions = {
  allowedTags: Object.keys(ALLOWED),
  allowedAttributes: Object.fromEntries(Object.entries(ALLOWED).map(([tag, names]) => [tag, [...names]])),
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    '*': (tagName, attribs) => ({
      tagName,
      attribs: Object.fromEntries(Object.entries(attribs).filter(([name, value]) => isSafeValue(name, value))),
    }),
    a: (tagName, { href }) => ({ tagName, attribs: linkAttributes(href) }),
  },
}

function linkAttributes(href: string | undefined): Record<string, string> {
  if (href === undefined || !isSafeValue('href', href)) return {}
  return isOutside(href) ? { href, rel: OUTSIDE_REL } : { href }
}

const guarded = (html: string): string => sanitizeHtml(html, GUARD)

/** What a rich field sent: text without any tag stays the text that was typed; HTML is cleaned. */
export function readRichText(typed: string): RichText {
  if (!isMarkup(typed)) return { format: 'plain', text: typed, dropped: [] }
  const { html, dropped } = sanitize(htmlOfTyped(typed))
  return { format: 'html', text: html, dropped }
}
