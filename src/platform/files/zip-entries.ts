import { open } from 'node:fs/promises'

export type ZipReading = { ok: true; entries: readonly ZipEntry[] } | { ok: false }
export type ZipEntry = { name: string; packed: number; unpacked: number; start: number; stored: boolean }

const END = 0x06054b50
const ENTRY = 0x02014b50
const LONGEST_DIRECTORY = 4 * 1024 * 1024

/**
 * The directory of an archive, without unpacking a byte. Not ok when it is not plainly a ZIP from its first byte to its
 * last, or is of the 64-bit kind, which no office document of ours needs.
 */
export async function readZipEntries(path: string, bytes: number): Promise<ZipReading> {
  const file = await open(path, 'r')
  try {
    const tailBytes = Math.min(bytes, 65_557)
    const tail = Buffer.alloc(tailBytes)
    await file.read(tail, 0, tailBytes, bytes - tailBytes)
    const end = findEnd(tail)
    if (end === undefined) return { ok: false }
    const count = tail.readUInt16LE(end + 10)
    const size = tail.readUInt32LE(end + 12)
    const start = tail.readUInt32LE(end + 16)
    const isWhole = start + size === bytes - tailBytes + end
    if (!isWhole || size > LONGEST_DIRECTORY) return { ok: false }
    const directory = Buffer.alloc(size)
    await file.read(directory, 0, size, start)
    return readDirectory(directory, count)
  } finally {
    await file.close()
  }
}

/** The last record, whose comment must end with the file. */
function findEnd(tail: Buffer): number | undefined {
  for (let place = tail.length - 22; place >= 0; place--) {
    if (tail.readUInt32LE(place) !== END) continue
    if (place + 22 + tail.readUInt16LE(place + 20) === tail.length) return place
  }
  return undefined
}

function readDirectory(directory: Buffer, count: number): ZipReading {
  const entries: ZipEntry[] = []
  let place = 0
  while (place + 46 <= directory.length && directory.readUInt32LE(place) === ENTRY) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(place + offset)) as [
      number,
      number,
      number,
    ]
    entries.push({
      name: directory.toString('utf8', place + 46, place + 46 + nameLength),
      packed: directory.readUInt32LE(place + 20),
      unpacked: directory.readUInt32LE(place + 24),
      start: directory.readUInt32LE(place + 42),
      stored: directory.readUInt16LE(place + 10) === 0,
    })
    place += 46 + nameLength + extra + comment
  }
  return place === directory.length && entries.length === count ? { ok: true, entries } : { ok: false }
}
