import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import type { ZipEntry } from './zip-entries.ts'

const HEADER = 30

/** Whether each entry opens into what the directory says, no more; nothing is kept, and a liar is left at its first lie. */
export async function tellTheTruth(path: string, entries: readonly ZipEntry[]): Promise<boolean> {
  for (const entry of entries) {
    const isTrue = entry.stored ? entry.packed === entry.unpacked : await opensInto(path, entry)
    if (!isTrue) return false
  }
  return true
}

async function opensInto(path: string, { start, packed, unpacked }: ZipEntry): Promise<boolean> {
  if (packed === 0) return unpacked === 0
  const begins = await endOfHeader(path, start)
  let opened = 0
  const source = createReadStream(path, { start: begins, end: begins + packed - 1 })
  const count = async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      opened += piece.length
      if (opened > unpacked) return
    }
  }
  await pipeline(source, createInflateRaw(), count).catch(() => {
    opened = Number.POSITIVE_INFINITY
  })
  return opened === unpacked
}

/** The name of an entry stands again before its bytes, with an extra part of its own length. */
async function endOfHeader(path: string, start: number): Promise<number> {
  const file = await open(path, 'r')
  try {
    const header = Buffer.alloc(HEADER)
    await file.read(header, 0, HEADER, start)
    return start + HEADER + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await file.close()
  }
}
