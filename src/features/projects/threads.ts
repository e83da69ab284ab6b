// A thread is the comment that opened it and what answers it, in order. PRJ-3: seen by the creator and those he authorised.
import type { Instant } from '#kernel/time'
import type { Part } from './access.ts'

export type CommentLine = {
  id: number
  noteId: number | null
  threadId: number | null
  /** Null: the account is gone. */
  authorId: number | null
  part: Part
  author: string | null
  structure: string | null
  subject: string
  body: string
  createdAt: Instant
  closedAt: Instant | null
}

export type Thread = { opening: CommentLine; answers: CommentLine[] }

/** The threads of these comments, given in order; an answer whose opening is not among them is left out. */
export function threadsOf(lines: readonly CommentLine[]): Thread[] {
  const threads = new Map<number, Thread>()
  for (const line of lines) if (line.threadId === null) threads.set(line.id, { opening: line, answers: [] })
  for (const line of lines) if (line.threadId !== null) threads.get(line.threadId)?.answers.push(line)
  return [...threads.values()]
}

/** « Paul Martin », « Le créateur », « Un conseiller »: what begins a sentence or a line. */
export function authorText({ author, part }: Pick<CommentLine, 'author' | 'part'>): string {
  return author ?? (part === 'creator' ? 'Le créateur' : 'Un conseiller')
}

/** What stands under the name. */
export function authorPart({ part, structure, author }: Pick<CommentLine, 'author' | 'part' | 'structure'>): string {
  if (part === 'creator') return 'porte le projet'
  return author !== null && structure ? `accompagne le projet, ${structure}` : 'accompagne le projet'
}
