import type { MailContent, MailPart } from './mail-content.ts'

/** What a person may have typed cannot start a header or hide a word: control and line characters become spaces. */
export function oneLine(text: string, longest = 200): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed()
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`.toWellFormed()
}

/** The mail for who reads text. */
export function textOf(content: MailContent): string {
  const parts = content.body.map(textOfPart)
  const foot = (content.foot ?? []).map(({ label, href }) => `${label}\u00a0:\n${href}`)
  return `${[...parts, ['--', content.why, ...foot].join('\n')].join('\n\n')}\n`.replaceAll('\0', '').toWellFormed()
}

function textOfPart(part: MailPart): string {
  switch (part.kind) {
    case 'paragraph':
      return part.text
    case 'button':
      return `${part.label}\u00a0:\n${part.href}`
    case 'facts':
      return part.rows.map(([label, value]) => `${label}\u00a0: ${value}`).join('\n')
    case 'links':
      return [`${part.label}\u00a0:`, ...part.links.map(({ label, href }) => `- ${label}\n  ${href}`)].join('\n')
    case 'quote':
      return [
        ...part.text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => `> ${line}`),
        ...(part.by ? [`— ${part.by}`] : []),
      ].join('\n')
  }
}
