// The bad files of trust.md, B4 to B7: each refused by a sentence in a second at most, and nothing of it kept.
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase, WEB_LIMITS } from '#platform/database/database.ts'
import { diskStorage } from '#platform/files/disk-storage.ts'
import { createLog } from '#platform/log.ts'
import { type FreshDatabase, freshDatabase } from '#tests/database.ts'
import { docx, odt, pdf, photo, picture, pixelBomb, video, xlsx, zip } from '#tests/sample-files.ts'
import { type FileDesk, receiveFile } from './receive-actions.ts'
import { files } from './tables.ts'

let folder: string
let fresh: FreshDatabase
let database: Database
let desk: FileDesk

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jcdmr-bad-'))
  fresh = await freshDatabase()
  database = openDatabase(fresh.url, WEB_LIMITS, createLog('silent'))
  desk = { database, storage: diskStorage(join(folder, 'store')), scan: async () => ({ kind: 'clean' }) }
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
  await rm(folder, { recursive: true })
})

async function send(name: string, bytes: Buffer, only?: 'image') {
  const path = join(folder, 'sent')
  await writeFile(path, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('base64url')
  const now = Temporal.Instant.from('2026-11-24T09:00:00Z')
  return receiveFile(desk, { name, path, bytes: bytes.length, sha256 }, { ownerId: null, now, only })
}

const stored = () => readdir(join(folder, 'store', 'files')).catch(() => [])
const html = Buffer.from('<!doctype html><script>alert(1)</script>')
const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const glue = (...parts: (Buffer | string)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)))
const many = (count: number) => Array.from({ length: count }, (_, rank) => ({ name: `word/${rank}`, data: '' }))
const GB4 = 0xfffffff0

const BAD: [what: string, name: string, bytes: () => Buffer | Promise<Buffer>, because: string][] = [
  ['B4: an SVG with a script', 'logo.svg', () => svg, 'svg'],
  ['B4: an SVG named PNG', 'logo.png', () => svg, 'svg'],
  ['B4: an SVG behind a byte order mark', 'logo.svg', () => glue('\ufeff', svg), 'svg'],
  ['B4: an SVG in UTF-16', 'logo.svg', () => Buffer.from(`\ufeff${svg}`, 'utf16le'), 'svg'],
  [
    'B4: an SVG with an external entity',
    'a.svg',
    () => glue('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>', svg),
    'svg',
  ],
  ['B5: a page named PDF', 'notice.pdf', () => html, 'web-page'],
  ['B5: a page named text', 'notice.txt', () => html, 'web-page'],
  [
    'B5: PDF and page at once',
    'a.pdf',
    () => glue('%PDF-1.4\n<html><script>alert(1)</script></html>', pdf()),
    'web-page',
  ],
  ['B5: PHP named JPEG', 'photo.jpg', () => Buffer.from('<?php system($_GET[0]);'), 'program'],
  ['B5: a program named PDF', 'facture.pdf', () => Buffer.from('MZ\x90\0'.padEnd(200, '\0')), 'program'],
  ['B5: a script named text', 'lisez.txt', () => Buffer.from('#!/bin/sh\nrm -rf ~'), 'program'],
  ['B5: an archive named docx', 'notes.docx', () => zip([{ name: 'virus.exe', data: 'MZ' }]), 'archive'],
  ['B5: an archive', 'tout.zip', () => zip([{ name: 'a.txt', data: 'a' }]), 'archive'],
  ['B5: a Java archive named docx', 'a.docx', () => zip([{ name: 'META-INF/MANIFEST.MF', data: 'x' }]), 'archive'],
  ['B5: a docx with something after it', 'a.docx', () => glue(docx(), '<script>'), 'archive'],
  ['B5: a docx with macros', 'a.docx', () => docx([{ name: 'word/vbaProject.bin', data: 'x' }]), 'macros'],
  ['B5: a spreadsheet named docx', 'a.docx', () => xlsx(), 'wrong-extension'],
  ['B5: a PNG named JPEG', 'a.jpg', () => picture('png'), 'wrong-extension'],
  ['B5: a JPEG named PDF', 'a.pdf', () => photo(50, 50), 'wrong-extension'],
  ['B5: a PDF without extension', 'rapport', () => pdf(), 'wrong-extension'],
  ['B5: a double extension', 'facture.exe.pdf', () => pdf(), 'double-extension'],
  ['B5: a double extension, of a page', 'a.html.pdf', () => pdf(), 'double-extension'],
  ['B5: a name that reads backwards', 'facture\u202efdp.exe', () => Buffer.from('MZ'), 'program'],
  ['B5: an old Word file', 'a.doc', () => Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'old-office'],
  [
    'B5: a picture of a telephone',
    'a.heic',
    () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'),
    'unsupported-image',
  ],
  ['B5: a Matroska video', 'a.webm', () => Buffer.from('\x1aE\xdf\xa3matroska', 'latin1'), 'unsupported-video'],
  ['B5: bytes of no kind', 'a.pdf', () => Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]), 'unknown'],
  ['B5: a truncated JPEG', 'a.jpg', async () => (await photo()).subarray(0, 3000), 'broken'],
  ['B5: a JPEG of three bytes', 'a.jpg', () => Buffer.from('\xff\xd8\xff', 'latin1'), 'broken'],
  ['B5: a GIF that is JavaScript', 'a.gif', () => Buffer.from('GIF89a/*' + 'x*/=1;alert(1)'), 'broken'],
  ['B5: no byte at all', 'a.pdf', () => Buffer.alloc(0), 'empty'],
  ['B6: 2.5 thousand million pixels', 'a.png', () => pixelBomb(), 'bomb'],
  ['B6: 100 million pixels', 'a.png', () => pixelBomb(10_000), 'bomb'],
  ['B6: 42 kB that open into 4 GB', 'a.docx', () => docx([{ name: 'word/a', data: 'x', declared: GB4 }]), 'bomb'],
  [
    'B6: ten thousand million in sixteen entries',
    'a.xlsx',
    () => docx(Array.from({ length: 16 }, () => ({ name: 'word/a', data: 'x', declared: GB4 }))),
    'bomb',
  ],
  ['B6: 60 MB of one letter', 'a.docx', () => docx([{ name: 'word/a', data: Buffer.alloc(60_000_000) }]), 'bomb'],
  [
    'B6: 60 MB that say they are 100 kB',
    'a.docx',
    () => docx([{ name: 'word/a', data: Buffer.alloc(60_000_000), declared: 100_000 }]),
    'bomb',
  ],
  ['B7: an entry that leaves its folder', 'a.docx', () => docx([{ name: '../../etc/cron.d/a', data: 'x' }]), 'archive'],
  ['B6: six thousand entries', 'a.docx', () => docx(many(6000)), 'bomb'],
  ['B6: a PDF of ten thousand pages', 'a.pdf', () => pdf('x', 10_000), 'too-many-pages'],
  ['B6: 31 MB of PDF', 'a.pdf', () => glue(pdf(), Buffer.alloc(31 * 1024 * 1024, 32)), 'too-large'],
]

describe('B4, B5, B6: refused in a second, nothing kept', () => {
  test.each(BAD)('%s', async (_what, name, bytes, because) => {
    const content = await bytes()
    const before = [await stored(), await database.$count(files)]
    const start = performance.now()
    const memory = process.memoryUsage().rss
    expect(await send(name, content)).toMatchObject({ ok: false, because })
    expect(performance.now() - start).toBeLessThan(1000)
    expect(process.memoryUsage().rss - memory).toBeLessThan(200 * 1024 * 1024)
    expect([await stored(), await database.$count(files)]).toEqual(before)
  })

  test('a document is not an image', async () => {
    expect(await send('a.pdf', pdf(), 'image')).toMatchObject({ ok: false, because: 'wrong-kind' })
  })
})

test('what people really send is taken', async () => {
  const good: [string, Buffer][] = [
    ['a.pdf', pdf()],
    ['a.docx', docx()],
    ['a.xlsx', xlsx()],
    ['a.odt', odt()],
    ['a.csv', Buffer.from('nom;ville\nZoé;Lyon')],
    ['a.txt', Buffer.from('Un café à Lyon', 'latin1')],
    ['a.JPG', await photo()],
    ['a.png', await picture('png')],
    ['a.gif', await picture('gif')],
    ['a.avif', await picture('avif')],
    ['a.mp4', video()],
  ]
  for (const [name, bytes] of good) expect([name, await send(name, bytes)]).toMatchObject([name, { ok: true }])
})
