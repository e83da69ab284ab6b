import { expect, test, vi } from 'vitest'
import { hashPassword, verifyPassword } from './passwords.ts'

// At their real price, here alone.
vi.unmock('#platform/passwords.ts')

test('a password is recognised by its hash, and no other is', async () => {
  const stored = await hashPassword('je-cree-2026')
  expect(stored).toMatch(/^scrypt\$32768\$8\$3\$/)
  expect(await verifyPassword('je-cree-2026', stored)).toBe(true)
  expect(await verifyPassword('je-cree-2027', stored)).toBe(false)
  expect(await hashPassword('je-cree-2026')).not.toBe(stored)
})

test('the same letters composed otherwise are the same password', async () => {
  expect(await verifyPassword('e\u0301te-a-Lyon', await hashPassword('\u00e9te-a-Lyon'))).toBe(true)
})

test('nothing opens an account without a password, or with a hash that is not one', async () => {
  expect(await verifyPassword('', undefined)).toBe(false)
  expect(await verifyPassword('x', 'plain$x')).toBe(false)
})
