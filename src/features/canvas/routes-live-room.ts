// The open pages of one canvas in this process. A change anywhere is told by the database; then one reading serves all of them,
// after asking again to whom the project is still open and whose session still lives. What ends by itself, the hour of a glass
// or an account, is told by nothing: so it is asked again each minute.
import { liveSessions } from '#features/accounts/session-queries.ts'
import { mayStillRead } from '#features/projects/queries.ts'
import type { EventLine } from '#platform/live/event-line.ts'
import type { Live } from '#platform/live/live.ts'
import type { Parts } from '#platform/parts.ts'
import type { BoardChange } from './changes.ts'
import type { Seat } from './pages/note-card.tsx'
import { hasCanvas } from './queries.ts'
import { changeFor, type OpenBoard, readChanges } from './routes-changes.tsx'

export type Seating = { line: EventLine; personId: number; sessionHash: string; seat: Seat; seen: number }

type RoomParts = Pick<Parts, 'database' | 'clock' | 'log'> & { live: Live }

const ASK_AGAIN_MS = 60_000

/** After these a page shows other buttons; after others, who may read is asked again and no more is said. */
const TURNS = new Set(['archived', 'active'])

const isRev = (said: string): boolean => /^\d+$/.test(said)

export class Room {
  readonly #seats = new Set<Seating>()
  readonly #parts: RoomParts
  readonly #board: OpenBoard
  readonly #leave: (() => void)[]
  #isBusy = false
  #isAsked = false
  #isTurned = false
  /** The canvas may be deleted by now. */
  #isInDoubt = false

  constructor(parts: RoomParts, board: OpenBoard, whenEmpty: () => void) {
    this.#parts = parts
    this.#board = board
    const again = setInterval(() => this.#doubt(), ASK_AGAIN_MS)
    this.#leave = [
      () => clearInterval(again),
      parts.live.subscribe(`canvas:${board.canvas.id}`, (what) => (isRev(what) ? this.#ask(false) : this.#doubt())),
      parts.live.subscribe(`project:${board.project}`, (what) => this.#ask(TURNS.has(what))),
      whenEmpty,
    ]
  }

  /** Seats an open page and tells it what it missed. */
  join(seating: Seating): void {
    this.#seats.add(seating)
    void seating.line.closed.then(() => {
      this.#seats.delete(seating)
      if (this.#seats.size === 0) for (const leave of this.#leave.splice(0)) leave()
    })
    this.#ask(false)
  }

  countOf(personId: number): number {
    return [...this.#seats].filter((seating) => seating.personId === personId).length
  }

  endAll(): void {
    for (const { line } of this.#seats) line.end()
  }

  /** The canvas was deleted, or what was said of it may have been missed. */
  #doubt(): void {
    this.#isInDoubt = true
    this.#ask(false)
  }

  /** Changes that come while one is told are told together. `turned`: the project itself changed. */
  #ask(turned: boolean): void {
    this.#isAsked = true
    this.#isTurned ||= turned
    if (!this.#isBusy) void this.#tellAll()
  }

  async #tellAll(): Promise<void> {
    this.#isBusy = true
    while (this.#isAsked) {
      const isTurned = this.#isTurned
      this.#isAsked = false
      this.#isTurned = false
      try {
        await this.#tell(isTurned)
      } catch (error) {
        // The database is away: browsers come back by themselves and ask for what they missed.
        this.#parts.log.warn(
          { canvas: this.#board.canvas.id, code: (error as { code?: string }).code },
          'live lines ended',
        )
        this.endAll()
      }
    }
    this.#isBusy = false
  }

  /** Rights are asked after what is told was read: whoever lost them meanwhile hears nothing of it. */
  async #tell(isTurned: boolean): Promise<void> {
    const seats = [...this.#seats]
    if (seats.length === 0 || (await this.#isDeleted())) return
    const since = Math.min(...seats.map(({ seen }) => seen))
    const changes = await readChanges(this.#parts.database, this.#board, since)
    await this.#sendAway()
    const bySeat = new Map<Seat, BoardChange>()
    for (const seating of seats) {
      if (!this.#seats.has(seating)) continue
      const change = bySeat.get(seating.seat) ?? changeFor(this.#board, changes, seating.seat)
      bySeat.set(seating.seat, change)
      if (change.rev > seating.seen) seating.line.send('change', sinceThen(change, seating.seen), change.rev)
      seating.seen = Math.max(seating.seen, change.rev)
      if (isTurned) seating.line.send('turned', {})
    }
  }

  /** Of a canvas that is no more, open pages are told so, and their lines end. */
  async #isDeleted(): Promise<boolean> {
    if (!this.#isInDoubt) return false
    this.#isInDoubt = false
    if (await hasCanvas(this.#parts.database, this.#board.canvas.id)) return false
    await this.#sendAway()
    for (const { line } of this.#seats) line.send('removed', {})
    this.endAll()
    return true
  }

  /** Nothing is said to whom the project is no longer open; their line ends with a word. */
  async #sendAway(): Promise<void> {
    const { database, clock } = this.#parts
    const seats = [...this.#seats]
    if (seats.length === 0) return
    const people = [...new Set(seats.map(({ personId }) => personId))]
    const readers = await mayStillRead(database, this.#board.project, people, clock.now())
    const sessions = await liveSessions(
      database,
      seats.map(({ sessionHash }) => sessionHash),
    )
    for (const seating of seats) {
      if (readers.has(seating.personId) && sessions.has(seating.sessionHash)) continue
      this.#seats.delete(seating)
      seating.line.send('closed', { signedOut: !sessions.has(seating.sessionHash) })
      seating.line.end()
    }
  }
}

const sinceThen = ({ rev, notes, gone }: BoardChange, seen: number): BoardChange => ({
  rev,
  notes: notes.filter((note) => note.rev > seen),
  gone: gone.filter((note) => note.rev > seen),
})
