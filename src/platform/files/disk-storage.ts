import { randomUUID } from 'node:crypto'
import { createReadStream, type Dirent } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { type Storage, StorageFailure, type Stored } from './storage.ts'

const DRAFTS = '.drafts'

/** Files of a folder. Bytes are written under a draft’s name, flushed, then renamed: a file is whole or absent. */
export function diskStorage(folder: string): Storage {
  const root = resolve(folder)
  const pathOf = (key: string) => {
    if (!/^[a-z0-9][a-z0-9/-]*$/.test(key)) throw new Error('not a storage key')
    return join(root, key)
  }
  return {
    put: (key, source, bytes) => put(root, pathOf(key), source, bytes),
    get: async (key, range) => {
      const path = pathOf(key)
      await stat(path).catch((error) => Promise.reject(failureOf(error)))
      return createReadStream(path, range)
    },
    delete: async (key) => {
      await rm(pathOf(key), { force: true }).catch((error) => Promise.reject(failureOf(error)))
    },
    list: (prefix) => list(root, prefix),
  }
}

async function put(root: string, path: string, source: Readable | Buffer, bytes: number): Promise<void> {
  const draft = join(root, DRAFTS, randomUUID())
  try {
    await mkdir(join(root, DRAFTS), { recursive: true })
    await mkdir(dirname(path), { recursive: true })
    await writeWhole(draft, source, bytes)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw failureOf(error)
  }
}

async function writeWhole(path: string, source: Readable | Buffer, bytes: number): Promise<void> {
  const file = await open(path, 'wx')
  let written = 0
  try {
    for await (const part of Buffer.isBuffer(source) ? [source] : source) {
      await file.writeFile(part)
      written += part.length
    }
    if (written !== bytes) throw new Error(`${written} bytes instead of ${bytes}`)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function* list(root: string, prefix: string): AsyncIterable<Stored> {
  const folder = join(root, prefix)
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { recursive: true, withFileTypes: true })
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw failureOf(error)
  }
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const found = await stat(path).catch(() => undefined)
    if (found === undefined) continue
    yield { key: relative(root, path).split(sep).join('/'), bytes: found.size, modifiedAt: found.mtime }
  }
}

const codeOf = (error: unknown) => (error as { code?: string }).code

function failureOf(error: unknown): StorageFailure {
  const code = codeOf(error)
  if (code === 'ENOENT') return new StorageFailure('missing', error)
  return new StorageFailure(code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'away', error)
}

/** Drafts that a killed process left: those of the last hour may still be under way. */
export async function sweepDrafts(folder: string, before: Date): Promise<number> {
  let swept = 0
  for (const name of await readdir(join(folder, DRAFTS)).catch(() => [])) {
    const path = join(folder, DRAFTS, name)
    const found = await stat(path).catch(() => undefined)
    if (found === undefined || found.mtime >= before) continue
    await rm(path, { force: true })
    swept += 1
  }
  return swept
}
