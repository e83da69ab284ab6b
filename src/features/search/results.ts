import { excerptOf, type Piece, piecesOf, type Sought } from './highlight.ts'
import type { FoundContent } from './queries.ts'

export type Result = {
  id: number
  slug: string
  kind: FoundContent['kind']
  title: readonly Piece[]
  /** What of its text answers. */
  excerpt: readonly Piece[]
  place: string
  distance: number | null
  over: boolean
  reserved: boolean
  nextAt: string | null
}

/** What of a content answers: its summary, unless the words are further in its text. */
export function resultOf(row: FoundContent, sought: Sought): Result {
  const { id, slug, kind, distance, over, shown } = row
  const summary = excerptOf(row.summary, sought)
  const text = excerptOf(shown?.text ?? '', sought)
  const hits = (pieces: readonly Piece[]) =>
    new Set(pieces.filter(({ hit }) => hit).map((piece) => piece.text.toLowerCase())).size
  const isFurther = hits(text) > hits(summary) || row.summary.trim() === ''
  return {
    ...{ id, slug, kind, distance, over },
    title: piecesOf(row.title, sought),
    excerpt: isFurther ? text : summary,
    place: shown?.city ?? '',
    reserved: shown?.access === 'pro',
    nextAt: shown?.nextAt ?? null,
  }
}
