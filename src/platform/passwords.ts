import { hashPassword as hash, verifyPassword as verify } from 'better-auth/crypto'

/** What an unknown account is checked against, so that it takes as long as a known one. No password gives it. */
const NOBODY = `${'0'.repeat(32)}:${'0'.repeat(128)}`

/** Scrypt, about a quarter of a second: never call it before the rate limits have said yes. */
export const hashPassword = (password: string): Promise<string> => hash(password)

/** False for a wrong password and, after the same time, for an account without one. */
export const verifyPassword = (password: string, stored: string | undefined): Promise<boolean> =>
  verify({ hash: stored ?? NOBODY, password })
