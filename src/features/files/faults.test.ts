// The store full, away, or on S3: what the person is told, and what is left behind.
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { diskStorage } from '#platform/files/disk-storage.ts'
import { type Storage, StorageFailure } from '#platform/files/storage.ts'
import { onTheLine } from '#tests/faults.ts'
import { make, NOW } from '#tests/make.ts'
import { pdf, photo } from '#tests/sample-files.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { smallDisk } from '#tests/small-disk.ts'
import { type FileDesk, fileDesk, receiveFile } from './receive-actions.ts'
import { makeRenditions } from './rendition-actions.ts'
import { fileRenditions, files } from './tables.ts'

let folder: string
let site: TestSite
let refuseRows = false
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jcdmr-faults-'))
  site = await openSite({ now: NOW })
  onTheLine(site.database, (text) => (refuseRows && /insert into "files"/.test(text) ? { fault: 'refuse' } : undefined))
})
afterAll(async () => {
  await site.close()
  await rm(folder, { recursive: true })
})

async function send(desk: FileDesk, name: string, bytes: Buffer, ownerId: number | null = null) {
  const path = join(folder, 'sent')
  await writeFile(path, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('base64url')
  return receiveFile(desk, { name, path, bytes: bytes.length, sha256 }, { ownerId, now: Temporal.Instant.from(NOW) })
}

const deskOn = (storage: Storage): FileDesk => ({ ...fileDesk(site.parts), storage })

/** Where no disk can be mounted: a real one whose Nth piece finds no room. */
function fullAfter(pieces: number, storage: Storage): Storage {
  return {
    ...storage,
    put(key, source, bytes) {
      let left = pieces
      const limited = Readable.from(
        (async function* () {
          for await (const piece of Buffer.isBuffer(source) ? [source] : source) {
            if (left-- === 0) throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
            yield piece
          }
        })(),
      )
      return storage.put(key, limited, bytes)
    },
  }
}

test('F7: on a full disk the person is told, no half file stays, and there is room again afterwards', async () => {
  const disk = smallDisk(512)
  const place = disk?.folder ?? join(folder, 'full')
  const storage = disk ? diskStorage(place) : fullAfter(3, diskStorage(place))
  const large = Buffer.concat([pdf(), Buffer.alloc(900_000, 32)])
  const rows = await site.database.$count(files)
  for (let turn = 0; turn < 3; turn++) {
    expect(await send(deskOn(storage), 'grand.pdf', large)).toMatchObject({ ok: false, because: 'no-room' })
  }
  const left = await readdir(place, { recursive: true, withFileTypes: true })
  expect(left.filter((one) => one.isFile())).toEqual([])
  expect(await site.database.$count(files)).toBe(rows)
  expect(await send(deskOn(storage), 'petit.pdf', pdf())).toMatchObject({ ok: true })
  disk?.remove()
})

test('R11: bytes kept and a row refused: nothing is said to be there, and the bytes are but an orphan', async () => {
  const storage = diskStorage(join(folder, 'row'))
  const rows = await site.database.$count(files)
  refuseRows = true
  await expect(send(deskOn(storage), 'plan.pdf', pdf())).rejects.toThrow()
  refuseRows = false
  expect(await site.database.$count(files)).toBe(rows)
  expect(await readdir(join(folder, 'row', 'files'))).toHaveLength(1)
})

test('R11: copies stopped half way are ended by the next try, without doubles', async () => {
  const storage = diskStorage(join(folder, 'copies'))
  const received = await send(deskOn(storage), 'photo.jpg', await photo())
  const id = received.ok ? received.id : 0
  let left = 3
  const failing: Storage = {
    ...storage,
    put: async (...given) => {
      if (left-- === 0) throw new StorageFailure('away')
      return storage.put(...given)
    },
  }
  await expect(makeRenditions({ database: site.database, storage: failing }, id)).rejects.toThrow(StorageFailure)
  await makeRenditions({ database: site.database, storage }, id)
  await makeRenditions({ database: site.database, storage }, id)
  expect(await site.database.$count(fileRenditions)).toBe(6)
  expect(await readdir(join(folder, 'copies', 'files'))).toHaveLength(7)
})

test('RES-5, F8: on S3 a private file passes through the site, in ranges; the bucket down is 503', async () => {
  const s3 = new S3rver({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3') },
    configureBuckets: [{ name: 'depot' }],
  })
  const { port } = (await s3.run()) as AddressInfo
  const endpoint = `http://127.0.0.1:${port}`
  const own = await openSite({ now: NOW, settings: { FILES_URL: `s3://S3RVER:S3RVER@depot?endpoint=${endpoint}` } })
  const owner = await make.signedIn(own, { role: 'professional' })
  const received = await send(fileDesk(own.parts), 'plan.pdf', pdf(), owner.id)
  const url = addresses.files.one({ key: received.ok ? received.key : '', name: 'plan.pdf' })
  expect((await owner.browser.get(url)).rawPayload).toEqual(pdf())
  expect((await owner.browser.get(url, { range: 'bytes=0-3' })).body).toBe('%PDF')
  expect((await own.browser().get(url)).statusCode).toBe(404)
  await s3.close()
  expect((await owner.browser.get(url)).statusCode).toBe(503)
  expect((await own.browser().get(addresses.home())).statusCode).toBe(200)
  await own.close()
})
