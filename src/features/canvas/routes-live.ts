import { addresses } from '#addresses'
import type { WebSite } from '#features/accounts/actor.ts'
import { sessionHashOf } from '#features/accounts/session-actions.ts'
import { type Answer, tooMany } from '#platform/http/answers.ts'
import { type EventLine, openEventLine } from '#platform/live/event-line.ts'
import type { Live } from '#platform/live/live.ts'
import type { Parts } from '#platform/parts.ts'
import { changeFor, readChanges } from './routes-changes.tsx'
import { type Seated, withCanvas } from './routes-guard.ts'
import { Room } from './routes-live-room.ts'

const eventAnswer = (line: EventLine): Answer => ({
  ...{ kind: 'data', body: line.body, contentType: 'text/event-stream; charset=utf-8' },
  headers: { 'x-accel-buffering': 'no' },
})

/** Open pages of one person on one canvas. */
const MOST_PAGES_OF_PERSON = 10
/** On all canvases together: one person leaves room for the others. */
const MOST_LINES_OF_PERSON = 30
/** Open canvases in one process. */
const MOST_ROOMS = 500

/** The live line of a canvas: server-sent events, ended with the server. Returns what ends them all. */
export function liveRoutes(site: WebSite, parts: Parts, live: Live): { endAll(): void } {
  const rooms = new Map<number, Room>()

  const roomOf = ({ project, canvas }: Seated): Room => {
    const room =
      rooms.get(canvas.id) ??
      new Room({ ...parts, live }, { project: project.id, canvas }, () => rooms.delete(canvas.id))
    rooms.set(canvas.id, room)
    return room
  }

  const linesOf = (personId: number): number =>
    [...rooms.values()].reduce((count, room) => count + room.countOf(personId), 0)

  const missed = async (seated: Seated, seen: number): Promise<Answer> => {
    const line = openEventLine()
    const board = { project: seated.project.id, canvas: seated.canvas }
    const change = changeFor(board, await readChanges(parts.database, board, seen), seated.seat)
    if (change.rev > seen) line.send('change', change, change.rev)
    line.end()
    return eventAnswer(line)
  }

  const open = (seated: Seated): Answer | Promise<Answer> => {
    const { visit, actor, canvas, seat } = seated
    const [typed] = /^\d{1,15}$/.exec(visit.header('last-event-id') || visit.query.get('vu')) ?? []
    const seen = typed === undefined ? canvas.rev : Math.min(Number(typed), canvas.rev)
    // Who does not want to wait is told what he missed, and takes no room.
    if (visit.query.get('suite') === 'non') return missed(seated, seen)
    if (linesOf(actor.id) >= MOST_LINES_OF_PERSON) return tooMany(30)
    if (!rooms.has(canvas.id) && rooms.size >= MOST_ROOMS) return tooMany(30)
    const room = roomOf(seated)
    if (room.countOf(actor.id) >= MOST_PAGES_OF_PERSON) return tooMany(30)
    const line = openEventLine()
    const sessionHash = sessionHashOf(parts.settings, visit.cookieHeader)
    room.join({ line, personId: actor.id, sessionHash, seat, seen })
    return eventAnswer(line)
  }
  site.get(addresses.canvas.live, withCanvas(parts, open))
  return {
    endAll() {
      for (const room of rooms.values()) room.endAll()
    },
  }
}
