import { keyedHash } from '../keys.ts'

const sealOf = (mailId: number, secret: string): string =>
  keyedHash(secret, `mail:${mailId}`)
    .replace(/[^a-zA-Z0-9]/g, '')
    .slice(0, 20)

/** The same for every try of a mail, so that a reader who got it twice shows it once; only `secret` makes its seal. */
export const messageIdOf = (mailId: number, from: { publicUrl: string; secret: string }): string =>
  `<mail-${mailId}.${sealOf(mailId, from.secret)}@${new URL(from.publicUrl).hostname}>`

/** A returned message names one mail, and its thread a few more. */
const MOST = 50

/** The mails of ours that a text names by their Message-ID. A number without its seal names nothing. */
export function mailsNamedIn(text: string, secret: string): number[] {
  const named = text.matchAll(/\bmail-(\d{1,15})\.([a-zA-Z0-9]{10,20})@/g).take(MOST)
  const known = named.filter(([, id, seal]) => seal === sealOf(Number(id), secret)).map(([, id]) => Number(id))
  return [...new Set(known)]
}
