import type { Instant } from '#kernel/time'
import type { Submission } from '#platform/submissions/once.ts'
import type { Fields } from './fields.ts'
import type { Flash } from './flash.ts'

/** One request, as a route sees it. `Actor` is whoever is signed in. */
export type Visit<Actor> = {
  actor: Actor | undefined
  now: Instant
  /** Path without query, and with it. */
  path: string
  url: string
  params: Record<string, string>
  query: Fields
  form: Fields
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
