import type { Instant } from '#kernel/time'
import type { Reader } from '../database/database.ts'

/** What a mail is made of; the same parts give the text and the HTML. */
export type MailPart =
  | { kind: 'paragraph'; text: string }
  | { kind: 'button'; label: string; href: string }
  /** Facts with their labels: « Date », « Lieu ». */
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  /** What may be opened, under one label: the files of an event. */
  | { kind: 'links'; label: string; links: readonly MailLink[] }
  /** Words of a person, shown as theirs. */
  | { kind: 'quote'; text: string; by?: string }

export type MailLink = { label: string; href: string }

export type MailAttachment = { name: string; type: string; content: string | Uint8Array }

/** An iCalendar object, shown by mail readers as an invitation and joined as `invitation.ics`. */
export type MailCalendar = { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; ics: string }

export type MailContent = {
  subject: string
  /** The line that mailboxes show after the subject. */
  preview?: string
  body: readonly MailPart[]
  /** Why one gets it, and how to stop. */
  why: string
  /** A subject of preference (`#features/notifications`): sent only to who wants it. Absent: always sent. */
  topic?: string
  /** A whole address where one click stops such mails, a POST without page (RFC 8058). */
  unsubscribe?: string
  /** Under the reason: how to stop, where to choose. */
  foot?: readonly MailLink[]
  /** One address that an answer goes to. */
  replyTo?: string
  calendar?: MailCalendar
  attachments?: readonly MailAttachment[]
}

export type MailContext = { publicUrl: string; now: Instant }

/** Writes a mail when it leaves, from identifiers, by the rights of that moment. Undefined: no longer true, not sent. */
export type MailRenderer = (
  reader: Reader,
  about: Record<string, string | number>,
  context: MailContext,
) => Promise<MailContent | undefined>

/** The renderers of a feature, by kind of mail. */
export type MailRenderers = Readonly<Record<string, MailRenderer>>

export const paragraph = (text: string): MailPart => ({ kind: 'paragraph', text })
export const button = (label: string, href: string): MailPart => ({ kind: 'button', label, href })
export const facts = (...rows: (readonly [label: string, value: string])[]): MailPart => ({ kind: 'facts', rows })
export const links = (label: string, ...rows: MailLink[]): MailPart => ({ kind: 'links', label, links: rows })
export const quote = (text: string, by?: string): MailPart => ({ kind: 'quote', text, by })
