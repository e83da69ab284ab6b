import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { type ByteRange, type Storage, StorageFailure, type StorageTrouble, type Stored } from './storage.ts'

type Bucket = { client: AwsClient; address: string; fetch: typeof globalThis.fetch }

/** Slower than this and the store is away: what waits for it is a person. */
const LONGEST_MS = 10_000
const SLOWEST_BYTES_PER_MS = 200

/** A private bucket of any store that speaks S3: `s3://KEY:SECRET@bucket?endpoint=https://…&region=…`. */
export function s3Storage(url: string, fetch: typeof globalThis.fetch): Storage {
  const bucket = bucketOf(url, fetch)
  return {
    async put(key, source, bytes) {
      const body = (Buffer.isBuffer(source) ? new Uint8Array(source) : Readable.toWeb(source)) as BodyInit
      const headers = { 'content-length': String(bytes), 'content-type': 'application/octet-stream' }
      const ms = LONGEST_MS + bytes / SLOWEST_BYTES_PER_MS
      try {
        await (await send(bucket, key, { method: 'PUT', body, headers, ms })).arrayBuffer()
      } catch (error) {
        await remove(bucket, key).catch(() => {})
        throw error
      }
    },
    get: (key, range) => get(bucket, key, range),
    delete: (key) => remove(bucket, key),
    list: (prefix) => list(bucket, prefix),
  }
}

function bucketOf(text: string, fetch: typeof globalThis.fetch): Bucket {
  const url = new URL(text)
  const region = url.searchParams.get('region') ?? 'us-east-1'
  const endpoint = (url.searchParams.get('endpoint') ?? '').replace(/\/+$/, '')
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    service: 's3',
    region,
  })
  return { client, address: `${endpoint}/${url.hostname}`, fetch }
}

async function get(bucket: Bucket, key: string, range: ByteRange | undefined): Promise<Readable> {
  const headers: Record<string, string> = range === undefined ? {} : { range: `bytes=${range.start}-${range.end}` }
  const answer = await send(bucket, key, { method: 'GET', headers, ms: LONGEST_MS })
  if (answer.body === null) return Readable.from([])
  return Readable.fromWeb(answer.body as ReadableStream)
}

/** Some stores keep what they had when a sending breaks: hence also after a failed `put`. */
async function remove(bucket: Bucket, key: string): Promise<void> {
  await (await send(bucket, key, { method: 'DELETE', ms: LONGEST_MS })).arrayBuffer()
}

async function* list(bucket: Bucket, prefix: string): AsyncIterable<Stored> {
  let token: string | undefined
  do {
    const query = new URLSearchParams({ 'list-type': '2', prefix, ...(token ? { 'continuation-token': token } : {}) })
    const xml = await (await send(bucket, `?${query}`, { method: 'GET', ms: LONGEST_MS })).text()
    for (const [, one = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      yield { key: tag(one, 'Key'), bytes: Number(tag(one, 'Size')), modifiedAt: new Date(tag(one, 'LastModified')) }
    }
    token = tag(xml, 'NextContinuationToken') || undefined
  } while (token !== undefined)
}

/** Our keys hold neither `&` nor `<`. */
const tag = (xml: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''

const TROUBLES: Record<number, StorageTrouble> = { 404: 'missing', 507: 'full' }

type Call = { method: string; headers?: Record<string, string>; body?: BodyInit; ms: number }

/** The time counts until the answer begins; a body may then take its own. */
async function send(bucket: Bucket, key: string, { ms, ...call }: Call): Promise<Response> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), ms)
  let answer: Response
  try {
    const { url, headers } = await signed(bucket, key, call)
    answer = await bucket.fetch(url, { ...call, headers, signal: late.signal, duplex: 'half' } as RequestInit)
  } catch (error) {
    throw new StorageFailure('away', error)
  } finally {
    clearTimeout(timer)
  }
  if (answer.ok) return answer
  await answer.body?.cancel()
  if (answer.status === 404 && call.method === 'DELETE') return answer
  throw new StorageFailure(TROUBLES[answer.status] ?? 'away', `${call.method} ${answer.status}`)
}

/** The signature leaves the length and the bytes out: the length is what we read, and TLS guards the bytes. */
async function signed(bucket: Bucket, key: string, call: Omit<Call, 'ms'>) {
  const { 'content-length': length, ...headers } = call.headers ?? {}
  const address = key.startsWith('?') ? bucket.address + key : `${bucket.address}/${key}`
  const request = await bucket.client.sign(address, { method: call.method, headers })
  const sent = Object.fromEntries(request.headers)
  return { url: request.url, headers: length === undefined ? sent : { ...sent, 'content-length': length } }
}
