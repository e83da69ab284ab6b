import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { kindOfRefusal, kindOfWords, statusIn } from './bounce-kinds.ts'
import { addressKey, type Notice, noticesOfComplaint, noticesOfStatus } from './delivery-report.ts'

/** What came in: the addresses that it speaks of, and all its text, in which the mail that it answers is named. */
export type ReturnedMessage = { notices: readonly Notice[]; text: string }

const STATUS = /^message\/(global-)?delivery-status$/
const ORIGINAL = /^(message\/(rfc822|global)|text\/rfc822-headers|message\/global-headers)$/
const DAEMON = /^(mailer-daemon|postmaster|mail-?daemon|mail(-?delivery)?-?(sub)?system)@/i
const AWAY = /absen[ct]|r[ée]ponse automatique|out of (the )?office|automatic reply|auto(matic)?[- ]?(reply|response)/i

/** Reads any bytes; what is neither a delivery status, a complaint, a bounce nor an automatic answer has no notice. */
export async function readReturned(raw: Uint8Array): Promise<ReturnedMessage> {
  const mail = await parsed(raw)
  if (mail === undefined) return { notices: [], text: '' }
  const parts = mail.attachments.map((part) => ({ type: part.mimeType.toLowerCase(), text: textOfPart(part) }))
  const body = mail.text || mail.html || ''
  const headers = mail.headers.map(({ key, value }) => `${key}: ${value}`)
  const text = [...headers, body, ...parts.map((part) => part.text)].join('\n')
  const of = (type: RegExp) => parts.filter((part) => type.test(part.type)).map((part) => part.text)
  const to = of(ORIGINAL).flatMap((original) => addressKey(/^to:(.*)$/im.exec(original)?.[1]))
  const reported = [
    ...of(STATUS).flatMap(noticesOfStatus),
    ...of(/^message\/feedback-report$/).flatMap((report) => noticesOfComplaint(report, to)),
  ]
  const structured = of(STATUS).length > 0 || reported.length > 0
  return { notices: structured ? reported : noticesOfWords(mail, body), text }
}

async function parsed(raw: Uint8Array): Promise<Email | undefined> {
  try {
    // What is inside a returned message is looked at as text: nothing is parsed in depth.
    return await PostalMime.parse(raw, { maxRfc822NestingDepth: 0, maxNestingDepth: 20 })
  } catch {
    return undefined
  }
}

function textOfPart({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder('utf-8').decode(content)
}

/** Where a server without reports begins the copy of what it returns: nothing below is its own word. */
const COPY = /^-{2,}.*(copy|original|copie|origine).*$|^(return-path|received|message-id):/im

/** Old servers write in plain words; a person who is away has a program that answers. */
function noticesOfWords(mail: Email, body: string): Notice[] {
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? ''
  const failed = header('x-failed-recipients')
  if (DAEMON.test(mail.from?.address ?? '') || failed !== '') {
    const [words = ''] = body.split(COPY)
    const recipients = [...failed.split(','), ...addressesIn(words)].flatMap(addressKey)
    const kind = statusIn(words) === undefined ? (kindOfWords(words) ?? 'soft') : kindOfRefusal(words)
    return [{ recipients, kind, detail: words }]
  }
  if (!isAutomatic(header, mail.subject ?? '')) return []
  return [{ recipients: addressKey(mail.from?.address), kind: 'auto-reply', detail: mail.subject ?? '' }]
}

const addressesIn = (text: string): string[] =>
  text.match(/[^\s<>()"':;,«»]{1,64}@[a-z0-9.-]{1,253}/gi)?.slice(0, 50) ?? []

function isAutomatic(header: (name: string) => string, subject: string): boolean {
  if (/^auto-(replied|generated)/i.test(header('auto-submitted'))) return true
  if (header('x-autoreply') !== '' || header('x-autorespond') !== '') return true
  return /^(auto_reply|bulk|junk)$/i.test(header('precedence').trim()) || AWAY.test(subject)
}
