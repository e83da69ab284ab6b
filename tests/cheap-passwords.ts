// Passwords hashed at a thousandth of their price: a hash names its own, so nothing else is another. What they cost for real is
// measured by their own test.
import { vi } from 'vitest'

vi.mock('#platform/passwords.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('#platform/passwords.ts')>()
  const cost = { N: 2 ** 7, r: 8, p: 1 }
  return {
    ...real,
    hashPassword: (password: string) => real.hashPassword(password, cost),
    verifyPassword: (password: string, stored: string | undefined) => real.verifyPassword(password, stored, cost),
  }
})
