import { createHash } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { Fields } from './fields.ts'
import { BadRequest } from './server.ts'

/** A file sent with a form, in a place of its own until the answer has left. */
export type SentFile = {
  /** The name of the field. */
  field: string
  /** As the browser says it: not to be believed. */
  name: string
  path: string
  bytes: number
  sha256: string
  /** Its bytes are not there: too large for who sends it, or no room on this machine. */
  trouble?: 'too-large' | 'no-room'
}

export type SentForm = { fields: Fields; files: readonly SentFile[]; forget(): Promise<void> }

const MOST = { fields: 1000, fieldSize: 1024 * 1024, fieldNameSize: 200, files: 20, headerPairs: 20 }
/** All the texts of a form together: as much as a form without files may weigh. */
const MOST_TEXT = 1024 * 1024

/** Reads a multipart form: texts in memory, files on disk, each cut at `mostBytes`. Throws `BadRequest` when it is malformed. */
export async function readMultipart(request: IncomingMessage, mostBytes: number): Promise<SentForm> {
  const folder = await mkdtemp(join(tmpdir(), 'jcdmr-sent-'))
  const forget = () => rm(folder, { recursive: true, force: true })
  try {
    const { search, files } = await readParts(request, { folder, mostBytes })
    return { fields: new Fields(search), files: await Promise.all(files), forget }
  } catch (error) {
    await forget()
    throw error
  }
}

type Place = { folder: string; mostBytes: number }

async function readParts(request: IncomingMessage, place: Place) {
  const search = new URLSearchParams()
  const files: Promise<SentFile>[] = []
  const parser = parserOf(request, place.mostBytes)
  let cut: BadRequest | undefined
  let length = 0
  parser.on('field', (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut) cut = new BadRequest(400, 'Un des champs de ce formulaire est trop long.')
    length += name.length + value.length
    if (length > MOST_TEXT) cut ??= new BadRequest(413, 'Les textes de ce formulaire sont trop longs.')
    else search.append(name, value)
  })
  parser.on('file', (field, stream, name) => {
    if (name === undefined || name === '') return void stream.resume()
    // The parser says that a part is cut, and leaves its stream open.
    stream.on('error', (error: Error) => stream.destroy(error))
    const sent = receive(stream, { field, name, path: join(place.folder, String(files.length)) })
    sent.catch(() => {})
    files.push(sent)
  })
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
    parser.on(limit, () => {
      cut = new BadRequest(400, 'Ce formulaire a trop de champs ou de fichiers.')
    })
  }
  await pipeline(request, parser).catch((error) => Promise.reject(new BadRequest(400, sentence(error))))
  if (cut !== undefined) throw cut
  return { search, files }
}

const sentence = (error: Error): string =>
  error.message.includes('aborted') ? 'L’envoi a été interrompu.' : 'Ce formulaire est arrivé abîmé : renvoyez-le.'

function parserOf(request: IncomingMessage, mostBytes: number) {
  try {
    const headers = request.headers as { 'content-type': string }
    return new Busboy({ headers, limits: { ...MOST, parts: MOST.fields + MOST.files, fileSize: mostBytes } })
  } catch {
    throw new BadRequest(400, 'Ce formulaire est arrivé abîmé : renvoyez-le.')
  }
}

type Part = Pick<SentFile, 'field' | 'name' | 'path'>

/** What is too large, or has no room, is read to its end and dropped, so that the browser gets its answer. */
async function receive(stream: Readable & { truncated?: boolean }, part: Part): Promise<SentFile> {
  const hash = createHash('sha256')
  let bytes = 0
  let hasRoom = true
  const file = await open(part.path, 'wx').catch(noRoom)
  try {
    for await (const piece of stream) {
      hash.update(piece)
      bytes += piece.length
      if (hasRoom) hasRoom = (await file?.writeFile(piece).then(() => true, noRoom)) ?? false
    }
  } finally {
    await file?.close()
  }
  const sent = { ...part, bytes, sha256: hash.digest('base64url') }
  if (!hasRoom) return { ...sent, trouble: 'no-room' }
  return stream.truncated ? { ...sent, trouble: 'too-large' } : sent
}

function noRoom(error: { code?: string }): undefined {
  if (!['ENOSPC', 'EDQUOT', 'EIO'].includes(error.code ?? '')) throw error
}
