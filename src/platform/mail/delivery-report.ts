import { readEmail } from '#kernel/email-address'
import { type BounceKind, kindOfRefusal } from './bounce-kinds.ts'

/** What a returned message says of some addresses, each as its key. */
export type Notice = { recipients: readonly string[]; kind: BounceKind; detail: string }

type Fields = ReadonlyMap<string, string>

/** The groups of `Name: value` lines of a report, one per blank line; a folded line goes on the one before. */
function groupsOf(report: string): Fields[] {
  return report.split(/\r?\n[ \t]*\r?\n/).map((group) => {
    const lines = group.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
    const pairs = lines.map((line) => /^([a-z0-9-]+)[ \t]*:(.*)$/i.exec(line))
    return new Map(pairs.flatMap((pair) => (pair ? [[pair[1]?.toLowerCase() ?? '', pair[2]?.trim() ?? '']] : [])))
  })
}

/** `rfc822; <zoe@exemple.fr>` → its key; nothing when it is not one address. */
export function addressKey(field: string | undefined): string[] {
  const read = readEmail((field ?? '').replace(/^[a-z0-9-]+[ \t]*;/i, '').replace(/^[\s<]+|[\s>]+$/g, ''))
  return typeof read === 'string' ? [] : [read.key]
}

/** A delivery status (RFC 3464): one notice per recipient that did not get the message. */
export function noticesOfStatus(report: string): Notice[] {
  return groupsOf(report).flatMap((fields) => {
    const action = fields.get('action')?.toLowerCase()
    if (action !== 'failed' && action !== 'delayed') return []
    const status = fields.get('status')?.match(/^\d\.\d{1,3}\.\d{1,3}/)?.[0]
    const words = (fields.get('diagnostic-code') ?? '').replace(/^[a-z0-9-]+[ \t]*;[ \t]*/i, '')
    const recipients = [...addressKey(fields.get('original-recipient')), ...addressKey(fields.get('final-recipient'))]
    const kind = action === 'delayed' ? 'delayed' : kindOfRefusal(words, status)
    return [{ recipients, kind, detail: words || (status ?? action) }]
  })
}

/** A complaint (ARF, RFC 5965): who said that the message was unwanted; `to` when the report hides who. */
export function noticesOfComplaint(report: string, to: readonly string[]): Notice[] {
  const [fields] = groupsOf(report).filter((group) => group.has('feedback-type'))
  if (fields === undefined) return []
  const named = addressKey(fields.get('original-rcpt-to'))
  return [
    {
      recipients: named.length > 0 ? named : to,
      kind: 'complaint',
      detail: fields.get('feedback-type') ?? 'complaint',
    },
  ]
}
