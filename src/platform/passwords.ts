import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

type HashCost = { N: number; r: number; p: number }

// Figures of the OWASP password storage cheat sheet (scrypt, N = 2^15, r = 8, p = 3: 32 MiB a try). A stored hash names
// its own, so that they may grow without asking anybody for a new password.
const COST: HashCost = { N: 2 ** 15, r: 8, p: 3 }
const MEMORY = 64 * 1024 * 1024
const KEY_BYTES = 32

/** Some 0.2 s of a thread and 32 MiB: never call it before the rate limits have said yes. */
export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** What an unknown account is checked against, so that it takes as long as a known one. No password gives it. */
const nobody = ({ N, r, p }: HashCost): string => `scrypt$${N}$${r}$${p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** False for a wrong password and, after the same time, for an account without one. */
export async function verifyPassword(password: string, stored: string | undefined, cost = COST): Promise<boolean> {
  const [name, N, r, p, salt = '', key = ''] = (stored ?? nobody(cost)).split('$')
  if (name !== 'scrypt') return false
  const expected = Buffer.from(key, 'base64url')
  const found = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  return expected.length === found.length && timingSafeEqual(expected, found) && stored !== undefined
}

/** In NFKC, so that a password typed on another keyboard is the same (NIST SP 800-63B). */
function derive(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, { ...cost, maxmem: MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
