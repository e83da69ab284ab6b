import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

export type ZipPart = { name: string; pieces: AsyncIterable<string> | Iterable<string> }

const LOCAL = 0x04034b50
const AFTER = 0x08074b50
const ENTRY = 0x02014b50
const END = 0x06054b50
/** Sizes come after the bytes (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808
const DEFLATED = 8
const VERSION = 20
/** The first of January 1980: the hour of an export is nobody’s business twice. */
const DAY = 0x21

type Written = { name: Buffer; crc: number; packed: number; unpacked: number; start: number }

/** A ZIP file made piece by piece: no part ever stands whole in memory. Names are unique; each part is under 4 GB. */
export async function* zipOf(parts: readonly ZipPart[]): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let place = 0
  for (const part of parts) {
    const one: Written = { name: Buffer.from(part.name), crc: 0, packed: 0, unpacked: 0, start: place }
    const head = localHeader(one.name)
    yield head
    for await (const bytes of packed(part.pieces, one)) yield bytes
    const after = sizesOf(one)
    yield after
    place += head.length + one.packed + after.length
    written.push(one)
  }
  yield directoryOf(written, place)
}

/** Deflates the pieces of a part and counts them; whoever leaves in the middle ends the reading of the pieces too. */
async function* packed(pieces: ZipPart['pieces'], counts: Written): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: 5 })
  const fed = pipeline(counted(pieces, counts), deflate)
  // The reader of `deflate` is told of what goes wrong.
  fed.catch(() => undefined)
  for await (const bytes of deflate as AsyncIterable<Buffer>) {
    counts.packed += bytes.length
    yield bytes
  }
}

async function* counted(pieces: ZipPart['pieces'], counts: Written): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece)
    counts.crc = crc32(bytes, counts.crc)
    counts.unpacked += bytes.length
    yield bytes
  }
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(LOCAL, 0)
  head.writeUInt16LE(VERSION, 4)
  head.writeUInt16LE(FLAGS, 6)
  head.writeUInt16LE(DEFLATED, 8)
  head.writeUInt16LE(DAY, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function sizesOf({ crc, packed, unpacked }: Written): Buffer {
  const after = Buffer.alloc(16)
  after.writeUInt32LE(AFTER, 0)
  after.writeUInt32LE(crc, 4)
  after.writeUInt32LE(packed, 8)
  after.writeUInt32LE(unpacked, 12)
  return after
}

function directoryOf(written: readonly Written[], start: number): Buffer {
  const entries = Buffer.concat(written.flatMap((one) => [entryOf(one), one.name]))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(written.length, 8)
  end.writeUInt16LE(written.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(start, 16)
  return Buffer.concat([entries, end])
}

function entryOf({ name, crc, packed, unpacked, start }: Written): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(ENTRY, 0)
  entry.writeUInt16LE(VERSION, 4)
  entry.writeUInt16LE(VERSION, 6)
  entry.writeUInt16LE(FLAGS, 8)
  entry.writeUInt16LE(DEFLATED, 10)
  entry.writeUInt16LE(DAY, 14)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(packed, 20)
  entry.writeUInt32LE(unpacked, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(start, 42)
  return entry
}
