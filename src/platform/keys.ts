import { createHash, createHmac, randomBytes } from 'node:crypto'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** 128 random bits in base32 (26 letters): what an address holds when guessing it must be impossible. */
export const newKey = (): string => base32(randomBytes(16))

/** A key that only the holder of `SECRET` can make again from `text`: what a link in a mail holds, so that no table does. */
export const derivedKey = (secret: string, text: string): string =>
  base32(createHmac('sha256', secret).update(text).digest().subarray(0, 16))

function base32(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  let key = ''
  for (let place = 0; place < 26; place++) {
    key = `${ALPHABET[Number(bits & 31n)]}${key}`
    bits >>= 5n
  }
  return key
}

export const isKey = (text: string): boolean => /^[a-z2-7]{26}$/.test(text)

/** A key that says before its 26 letters what it is of: `12-comments-…`. */
export const isSignedKey = (text: string): boolean =>
  /^[a-z0-9-]{0,80}-$/.test(text.slice(0, -26)) && isKey(text.slice(-26))

/** What is stored of a token: enough to recognise it, useless to whoever reads the table. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** A pseudonym of a personal datum (an address, an IP) that only the holder of `SECRET` can make again. */
export const keyedHash = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url')
