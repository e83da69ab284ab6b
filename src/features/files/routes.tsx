import { addresses } from '#addresses'
import type { Reader as Person, WebSite, WebVisit } from '#features/accounts/actor.ts'
import type { Database } from '#platform/database/database.ts'
import { openStorage } from '#platform/files/open-storage.ts'
import type { Storage } from '#platform/files/storage.ts'
import { type Answer, hidden, noBody } from '#platform/http/answers.ts'
import { isKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { mayDownload, passesOwnRule } from './access.ts'
import { readRange } from './byte-ranges.ts'
import { contentDisposition } from './names.ts'
import { findFile, findRendition } from './queries.ts'
import { uploadRoutes } from './routes-uploads.ts'
import type { FileParents } from './slots.ts'

type Desk = { database: Database; storage: Storage; parents: readonly FileParents[] }
type Found = NonNullable<Awaited<ReturnType<typeof findFile>>>

/** Downloads, checked each time (RES-5), and resumable uploads. `parents`: what shows files, whoever they are. */
export function fileRoutes(site: WebSite, parts: Parts, parents: readonly FileParents[]): void {
  const desk: Desk = { database: parts.database, storage: openStorage(parts.settings, parts.fetch), parents }
  uploadRoutes(site, parts)
  site.get(addresses.files.one, (visit) => download(visit, desk))
}

async function download(visit: WebVisit, desk: Desk): Promise<Answer> {
  const { key = '', name } = visit.params
  const file = isKey(key) ? await findFile(desk.database, key) : undefined
  if (file === undefined || !(await isReadable(desk, file, visit.actor))) return hidden
  const bytes = await bytesAsked(visit, desk, file)
  if (bytes === undefined) return hidden
  if (name !== file.name)
    return { kind: 'moved', location: addresses.files.one({ key, name: file.name }, sizeAsked(visit)) }
  const isShared =
    file.visibility === 'visible' && (visit.actor === undefined || (await isReadable(desk, file, undefined)))
  return sendBytes(visit, desk, { ...bytes, file, isShared })
}

async function isReadable({ database, parents }: Desk, file: Found, person: Person): Promise<boolean> {
  if (!passesOwnRule(file, person)) return false
  if (mayDownload(file, person, false)) return true
  for (const slot of parents)
    if (await slot.mayReadOne(database, file.id, person)) return mayDownload(file, person, true)
  return false
}

const sizeAsked = ({ query }: WebVisit) => ({ taille: query.get('taille'), format: query.get('format') })

type Bytes = { storageKey: string; bytes: number; mediaType: string; etag: string }

/** The original, or the copy that `?taille=640&format=webp` names; an image whose copy is not made yet answers for it. */
async function bytesAsked(visit: WebVisit, desk: Desk, file: Found): Promise<Bytes | undefined> {
  const { taille, format } = sizeAsked(visit)
  const original = { ...file, etag: file.sha256.slice(0, 22) }
  if (taille === '' && format === '') return original
  const wanted = { size: Number(/^\d{1,4}$/.exec(taille)?.[0] ?? 0), format }
  const copy = await findRendition(desk.database, file.id, wanted)
  if (copy === undefined) return file.kind === 'image' ? original : undefined
  return { ...copy, mediaType: `image/${copy.format}`, etag: copy.storageKey.slice(-22) }
}

type ToSend = Bytes & { file: Found; isShared: boolean }

async function sendBytes(visit: WebVisit, { storage }: Desk, sent: ToSend): Promise<Answer> {
  const etag = `"${sent.etag}"`
  const headers = headersOf(sent, etag)
  const data = { kind: 'data', contentType: sent.mediaType, headers } as const
  if (visit.header('if-none-match').split(/,\s*/).includes(etag)) return { ...data, status: 304, body: noBody() }
  const isOld = !['', etag].includes(visit.header('if-range'))
  const range = readRange(isOld ? '' : visit.header('range'), sent.bytes)
  if (range.kind === 'beyond') {
    return { ...data, status: 416, body: '', headers: { ...headers, 'content-range': `bytes */${sent.bytes}` } }
  }
  const [start, end] = range.kind === 'part' ? [range.start, range.end] : [0, sent.bytes - 1]
  const part: Record<string, string> =
    range.kind === 'part' ? { 'content-range': `bytes ${start}-${end}/${sent.bytes}` } : {}
  return {
    ...data,
    status: range.kind === 'part' ? 206 : 200,
    headers: { ...headers, ...part, 'content-length': String(end - start + 1) },
    body:
      visit.method === 'HEAD'
        ? noBody()
        : await storage.get(sent.storageKey, range.kind === 'part' ? range : undefined),
  }
}

/** A copy kept by a browser or a cache is asked about each time: what is unpublished stops at once. */
function headersOf({ file, mediaType, isShared }: ToSend, etag: string): Record<string, string> {
  const isShown = /^(?:image|audio|video)\//.test(mediaType)
  return {
    etag,
    'accept-ranges': 'bytes',
    'cache-control': isShared ? 'public, max-age=0, must-revalidate' : 'private, no-store',
    vary: 'Cookie',
    'content-disposition': contentDisposition(isShown ? 'inline' : 'attachment', file.name),
  }
}
