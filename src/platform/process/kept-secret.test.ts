import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keptSecret } from './kept-secret.ts'

test('a secret is made once, whole, and read by its owner only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'secret-'))
  const file = join(folder, 'new', 'secret')
  const asked = await Promise.all(Array.from({ length: 20 }, () => keptSecret(file)))
  expect(new Set(asked).size).toBe(1)
  expect(asked[0]).toMatch(/^[0-9a-f]{48}$/)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await rm(folder, { recursive: true })
})
