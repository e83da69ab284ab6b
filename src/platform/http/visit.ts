import type { Readable } from 'node:stream'
import type { Instant } from '#kernel/time'
import type { Submission } from '#platform/submissions/once.ts'
import type { Fields } from './fields.ts'
import type { Flash } from './flash.ts'
import type { SentFile } from './multipart.ts'

/** One request, as a route sees it. `Actor` is whoever is signed in. */
export type Visit<Actor> = {
  actor: Actor | undefined
  now: Instant
  method: string
  /** A header of the request, or the empty string. */
  header(name: string): string
  /** Path without query, and with it. */
  path: string
  url: string
  params: Record<string, string>
  query: Fields
  form: Fields
  /** Sent with the form, where its route takes files; gone once the answer has left. */
  files: readonly SentFile[]
  /** The piece of a resumable upload. */
  piece: Readable | undefined
  /** The form's number with its sender and content: pass it to `once`. */
  submission: Submission
  cookies: Record<string, string | undefined>
  cookieHeader: string
  /** The peer's network, cut to /64 for IPv6: what rate limits count; never stored in clear. */
  network: string
  agent: string
  flash: Flash | undefined
  nonce: string
}
