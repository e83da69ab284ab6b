import { Readable } from 'node:stream'
import type { VNode } from 'preact'
import type { Flash } from './flash.ts'

export type PageAnswer = {
  kind: 'page'
  status: number
  title: string
  body: VNode
  description?: string
  canonical?: string
  /** The whole address of a picture that stands for the page where it is shared: one that anybody may read. */
  image?: string
  robots?: string
  jsonLd?: object[]
  islands?: readonly string[]
  /** What the page was made of: an anonymous GET is kept in memory until one of these is written. Absent: never kept. */
  tags?: readonly string[]
  cookies?: readonly string[]
  headers?: Record<string, string>
}

/** What a route answers; one place turns it into HTTP. */
export type Answer =
  | PageAnswer
  | {
      kind: 'redirect'
      location: string
      flash?: Flash
      cookies?: readonly string[]
      headers?: Record<string, string>
    }
  /** The address changed: 301. */
  | { kind: 'moved'; location: string }
  /** Unknown, or not to be known by this reader: the same 404. */
  | { kind: 'hidden' }
  | { kind: 'forbidden'; text?: string }
  /** Published for professionals only: the one fixed 403 page. */
  | { kind: 'reserved' }
  /** 401 with the sign-in page, which comes back here. */
  | { kind: 'sign-in' }
  | { kind: 'bad-request'; text: string }
  | { kind: 'too-many'; retryAfterSeconds: number; text?: string }
  | {
      kind: 'data'
      status?: number
      body: string | Buffer | Readable
      contentType: string
      headers?: Record<string, string>
      tags?: readonly string[]
    }

type PageOptions = Omit<PageAnswer, 'kind' | 'status' | 'title' | 'body'> & { status?: number }

export function page(title: string, body: VNode, options: PageOptions = {}): PageAnswer {
  return { kind: 'page', title, body, ...options, status: options.status ?? 200 }
}

/** After a form: 303 to `location`, where `text` is shown. */
export function redirect(location: string, text?: string, cookies?: readonly string[]): Answer {
  return { kind: 'redirect', location, flash: text === undefined ? undefined : { tone: 'good', text }, cookies }
}

/** The body of HEAD and 304: its `content-length` stays what the headers say. */
export const noBody = (): Readable => Readable.from([])

export const hidden: Answer = { kind: 'hidden' }
export const signInFirst: Answer = { kind: 'sign-in' }
export const reserved: Answer = { kind: 'reserved' }
export const forbidden = (text?: string): Answer => ({ kind: 'forbidden', text })
export const tooMany = (retryAfterSeconds: number, text?: string): Answer => ({
  kind: 'too-many',
  retryAfterSeconds,
  text,
})

/** The path of this site that a `retour` parameter names, or the home: never another origin, never a scheme. */
export function localPath(typed: string): string {
  if (!/^\/(?![/\\])/.test(typed) || /\p{Cc}|\\/u.test(typed)) return '/'
  try {
    const url = new URL(typed, 'http://site.invalid')
    // « /..//elsewhere » becomes « //elsewhere » once its dots are resolved: another host.
    const isLocal = url.origin === 'http://site.invalid' && !url.pathname.startsWith('//')
    return isLocal ? url.pathname + url.search : '/'
  } catch {
    return '/'
  }
}

/** What is made piece by piece, sent as it is made. */
export const piecesOf = (pieces: AsyncIterable<string | Buffer>): Readable => Readable.from(pieces)
