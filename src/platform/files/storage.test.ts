import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskStorage } from './disk-storage.ts'
import { openStorage, sweepDraftsOf } from './open-storage.ts'
import { StorageFailure } from './storage.ts'

const BYTES = Buffer.from('Un document de quelques octets.')
let folder: string
let s3: S3rver
let s3Url: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jcdmr-storage-'))
  s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'depot' }],
  })
  const { port } = (await s3.run()) as AddressInfo
  s3Url = `s3://S3RVER:S3RVER@depot?endpoint=http://127.0.0.1:${port}`
})
afterAll(async () => {
  await s3.close()
  await rm(folder, { recursive: true })
})

const places = { disk: () => `file:${join(folder, 'disk')}`, s3: () => s3Url }

describe.each(['disk', 's3'] as const)('on %s', (kind) => {
  const open = () => openStorage({ FILES_URL: places[kind](), DATA_DIR: folder }, fetch)
  const troubleOf = (work: Promise<unknown>) =>
    work.then(
      () => 'none',
      (error: StorageFailure) => error.trouble,
    )

  test('what was put comes back, whole or in part', async () => {
    const storage = open()
    const key = `files/${randomUUID()}`
    await storage.put(key, Readable.from([BYTES.subarray(0, 5), BYTES.subarray(5)]), BYTES.length)
    expect(await buffer(await storage.get(key))).toEqual(BYTES)
    expect(String(await buffer(await storage.get(key, { start: 3, end: 10 })))).toBe('document')
    const found = await Array.fromAsync(storage.list('files'))
    expect(found.find((one) => one.key === key)?.bytes).toBe(BYTES.length)
    await storage.delete(key)
    await storage.delete(key)
    expect(await troubleOf(storage.get(key))).toBe('missing')
  })

  test('R11: a source that breaks, or is shorter than said, leaves nothing', async () => {
    const storage = open()
    const broken = Readable.from(
      (async function* () {
        yield BYTES
        throw new Error('cut')
      })(),
    )
    for (const source of [broken, Readable.from([BYTES])]) {
      const key = `files/${randomUUID()}`
      await expect(storage.put(key, source, 1000)).rejects.toThrow(StorageFailure)
      expect(await troubleOf(storage.get(key))).toBe('missing')
    }
  })
})

test('R11: the draft of a killed process is swept after an hour, never before', async () => {
  const FILES_URL = `file:${join(folder, 'killed')}`
  const settings = { FILES_URL, DATA_DIR: folder }
  await openStorage(settings, fetch).put('files/one', BYTES, BYTES.length)
  const drafts = join(folder, 'killed', '.drafts')
  for (const name of ['old', 'young']) await writeFile(join(drafts, name), 'half')
  const before = new Date(Date.now() - 3_600_000)
  await utimes(join(drafts, 'old'), before, new Date(before.getTime() - 1000))
  expect(await sweepDraftsOf(settings, before)).toBe(1)
  expect(await readdir(drafts)).toEqual(['young'])
})

test('F8: a store that is away, forbids or hangs up says so', async () => {
  const answers = [403, 500]
  const server = createServer((request, response) => {
    const status = answers.shift()
    if (status === undefined) return request.destroy()
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const storage = openStorage({ FILES_URL: `s3://a:b@c?endpoint=http://127.0.0.1:${port}`, DATA_DIR: folder }, fetch)
  for (let turn = 0; turn < 3; turn++) {
    await expect(storage.get('files/x')).rejects.toMatchObject({ trouble: 'away', statusCode: 503 })
  }
  server.close()
  await expect(storage.put('files/x', BYTES, BYTES.length)).rejects.toMatchObject({ trouble: 'away' })
})

test('a key cannot leave the folder', async () => {
  await expect(diskStorage(folder).get('../../etc/passwd')).rejects.toThrow('not a storage key')
})
