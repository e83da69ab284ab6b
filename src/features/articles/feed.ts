// Atom (RFC 4287): what anybody may read, newest first.
import type { Instant } from '#kernel/time'

export type FeedEntry = { url: string; title: string; summary: string; publishedAt: Instant; author: string }
export type Feed = { site: string; address: string; list: string; entries: readonly FeedEntry[]; now: Instant }

/** The text of the feed. Signs that XML cannot hold are left out. */
export function writeFeed({ site, address, list, entries, now }: Feed): string {
  const updated = entries[0]?.publishedAt ?? now
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    `<id>${escaped(site + address)}</id>`,
    '<title>Articles · Je crée dans ma région</title>',
    `<link rel="self" type="application/atom+xml" href="${escaped(site + address)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(site + list)}"/>`,
    `<updated>${updated.toString()}</updated>`,
    ...entries.map((entry) => entryText(entry, site)),
    '</feed>',
    '',
  ].join('\n')
}

function entryText({ url, title, summary, publishedAt, author }: FeedEntry, site: string): string {
  return [
    '<entry>',
    `<id>${escaped(site + url)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escaped(site + url)}"/>`,
    `<published>${publishedAt.toString()}</published>`,
    `<updated>${publishedAt.toString()}</updated>`,
    `<author><name>${escaped(author)}</name></author>`,
    `<summary>${escaped(summary)}</summary>`,
    '</entry>',
  ].join('\n')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
