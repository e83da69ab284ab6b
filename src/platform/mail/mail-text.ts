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
  return `${[...parts, `--\n${content.why}`].join('\n\n')}\n`.replaceAll('\0', '').toWellFormed()
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
      return [...part.text.split('\n').map((line) => `> ${line}`), ...(part.by ? [`— ${part.by}`] : [])].join('\n')
  }
}
