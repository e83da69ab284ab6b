import type { Instant } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import type { MailContent } from '#platform/mail/mail-content.ts'
import { addresseesOf } from './addressee-queries.ts'
import { messageMail } from './mails/around-mails.ts'
import { findById } from './queries.ts'

type Site = { publicUrl: string; contactMail: string; now: Instant }

/** A message as one of those who get it would read it, the name and the link aside. Two statements. */
export async function messageSample(
  reader: Reader,
  registrationId: number,
  words: { subject: string; body: string },
  site: Site,
): Promise<MailContent | undefined> {
  const found = await findById(reader, registrationId)
  if (found === undefined) return undefined
  const { prescriber, rights } = await addresseesOf(reader, found)
  const sample = {
    registration: { ...found, name: '[nom de la personne]', key: 'lien-personnel' },
    ...{ rights, prescriber, hadSeat: true, contactMail: site.contactMail },
    context: { publicUrl: site.publicUrl, now: site.now },
    calendar: (method: 'REQUEST' | 'CANCEL') => ({ method, ics: '' }),
  }
  return messageMail(sample, words)
}
