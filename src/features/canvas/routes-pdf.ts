import { addresses } from '#addresses'
import type { WebSite } from '#features/accounts/actor.ts'
import { threadsOfNotes } from '#features/projects/comment-queries.ts'
import { authorText, type Thread } from '#features/projects/threads.ts'
import type { Answer } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { drawn } from '#platform/pdf/drawing.ts'
import { listNotes } from './queries.ts'
import { type DrawnNote, drawCanvas } from './routes-drawing.ts'
import { type Seated, withCanvas } from './routes-guard.ts'

/** The canvas as a PDF: one A4 or A3 page when it fits (PRJ-5). */
export function canvasPdfRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.canvas.pdf, withCanvas(parts, pdfAnswer))
}

async function pdfAnswer({ visit, parts, project, actor, canvas }: Seated): Promise<Answer> {
  const { database } = parts
  const notes = await listNotes(database, canvas.id)
  const hasComments = visit.query.get('commentaires') === 'oui'
  const threads = hasComments ? await threadsOfNotes(database, project.id) : new Map<number, Thread[]>()
  const toDraw: DrawnNote[] = notes.map((note) => ({ ...note, said: saidUnder(threads.get(note.id) ?? []) }))
  const size = visit.query.get('format') === 'a3' ? 'A3' : 'A4'
  const title = `${canvas.name} : ${project.name}`
  const { body } = await drawn(drawCanvas({ title, size, notes: toDraw }), actor.id)
  return {
    ...{ kind: 'data', body, contentType: 'application/pdf' },
    headers: { 'content-disposition': `inline; filename="projet-360-${project.id}-${canvas.number}.pdf"` },
  }
}

const saidUnder = (threads: readonly Thread[]): string[] =>
  threads.flatMap(({ opening, answers }) => [opening, ...answers].map((line) => `${authorText(line)} : ${line.body}`))
