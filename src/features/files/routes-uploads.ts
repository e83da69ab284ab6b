import { addresses } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type Answer, hidden, signInFirst, tooMany } from '#platform/http/answers.ts'
import { isKey, keyedHash } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countTry } from '#platform/rate-limits/rate-limit.ts'
import { cleanName } from './names.ts'
import { findUpload } from './queries.ts'
import { countBytes, giveBackBytes } from './quota-actions.ts'
import { type FileDesk, fileDesk } from './receive-actions.ts'
import { MOST_BYTES_OF_ANY } from './sizes.ts'
import { refusalText } from './texts.ts'
import { abandonUpload, beginUpload, finishUpload, receivePiece, type Upload } from './upload-actions.ts'

const TUS = { 'tus-resumable': '1.0.0' }
const UPLOADS = { tries: 200, seconds: 3600 }

/** Resumable uploads, for whoever is signed in: tus 1.0 with creation and termination. */
export function uploadRoutes(site: WebSite, parts: Parts): void {
  const desk = fileDesk(parts)
  site.post(addresses.files.uploads, (visit) => create(visit, parts, desk))
  site.on('HEAD', addresses.files.upload, (visit) => withUpload(visit, desk, (upload) => stateOf(upload, visit, desk)))
  site.on('PATCH', addresses.files.upload, (visit) =>
    withUpload(visit, desk, (upload) => takePiece(upload, visit, desk)),
  )
  site.on('DELETE', addresses.files.upload, (visit) =>
    withUpload(visit, desk, async (upload) => {
      const left = upload.length - upload.received
      if (await abandonUpload(desk, upload.key)) await giveBackBytes(parts, desk.database, upload.ownerId, left)
      return bare(204)
    }),
  )
}

const said = (status: number, body: string, headers: Record<string, string> = {}): Answer => ({
  kind: 'data',
  status,
  contentType: 'text/plain; charset=utf-8',
  body,
  headers: { ...TUS, ...headers },
})

const bare = (status: number, headers: Record<string, string> = {}): Answer => said(status, '', headers)

async function create(visit: WebVisit, parts: Parts, desk: FileDesk): Promise<Answer> {
  if (visit.actor === undefined) return signInFirst
  const length = Number(visit.header('upload-length') || Number.NaN)
  if (!Number.isSafeInteger(length) || length <= 0)
    return said(400, 'L’envoi n’annonce pas de fichier, ou un fichier vide.')
  if (length > MOST_BYTES_OF_ANY) return bare(413)
  const key = keyedHash(parts.settings.SECRET, `upload ${visit.actor.id}`)
  const allowance = await countTry(desk.database, key, UPLOADS, visit.now)
  if (!allowance.allowed) return tooMany(allowance.retryAfterSeconds)
  const name = nameIn(visit.header('upload-metadata'))
  if (!(await countBytes(parts, visit.actor, length, visit.now))) {
    return said(429, refusalText(cleanName(name), 'too-much-today'))
  }
  const upload = await beginUpload(desk, { ownerId: visit.actor.id, name, length }, visit.now)
  return bare(201, { location: addresses.files.upload({ key: upload }) })
}

/** `filename ZG9jLnBkZg==,…` */
function nameIn(metadata: string): string {
  const encoded = /(?:^|,)\s*filename ([A-Za-z0-9+/=]{1,1000})/.exec(metadata)?.[1] ?? ''
  return Buffer.from(encoded, 'base64').toString().replaceAll('\0', '').toWellFormed().slice(0, 300)
}

/** Somebody else’s upload does not exist. */
async function withUpload(visit: WebVisit, desk: FileDesk, then: (upload: Upload) => Promise<Answer>): Promise<Answer> {
  if (visit.actor === undefined) return signInFirst
  const { key = '' } = visit.params
  const upload = isKey(key) ? await findUpload(desk.database, key) : undefined
  return upload === undefined || upload.ownerId !== visit.actor.id ? hidden : then(upload)
}

async function takePiece(upload: Upload, visit: WebVisit, desk: FileDesk): Promise<Answer> {
  const from = Number(visit.header('upload-offset') || Number.NaN)
  if (visit.piece === undefined || !Number.isSafeInteger(from)) return bare(415)
  const verdict = await receivePiece(desk, upload, { from, body: visit.piece }, visit.now)
  if (verdict.kind === 'conflict') return bare(409)
  if (verdict.kind === 'busy') return said(423, 'Un morceau de ce fichier arrive déjà : celui-ci est refusé.')
  if (verdict.kind === 'too-long') return bare(413)
  const now = await findUpload(desk.database, upload.key)
  return now === undefined ? hidden : stateOf(now, visit, desk)
}

/** How far it went and, once whole, what became of it: the key of the file, or why it was refused. */
async function stateOf(upload: Upload, visit: WebVisit, desk: FileDesk): Promise<Answer> {
  await finishUpload(desk, upload, visit.now)
  const { fileKey, refusal } = (await findUpload(desk.database, upload.key)) ?? upload
  return bare(visit.method === 'HEAD' ? 200 : 204, {
    'upload-offset': String(upload.received),
    'upload-length': String(upload.length),
    ...(fileKey === null ? {} : { 'upload-file': fileKey }),
    ...(refusal === null ? {} : { 'upload-refusal': encodeURIComponent(refusal) }),
  })
}
