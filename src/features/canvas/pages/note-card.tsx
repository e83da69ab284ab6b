import { addresses } from '#addresses'
import { authorText, type CommentLine, type Thread } from '#features/projects/threads.ts'
import { beginning } from '#kernel/beginning'
import { plural } from '#kernel/french'
import { type Block, COLOUR_TEXTS, type Colour } from '../board.ts'

/** As what somebody sees a canvas: he writes it, comments it, or only reads it. */
export type Seat = 'writer' | 'commenter' | 'reader'

export type NoteShown = {
  id: number
  block: Block
  position: string
  body: string
  colour: Colour
  rev: number
}

export type NoteCardProps = {
  note: NoteShown
  threads: readonly Thread[]
  seat: Seat
  project: number
  canvas: number
}

/** A post-it and, under it, its comments in order (PRJ-4). Light, since a canvas holds hundreds: its forms have their own page. */
export function NoteCard({ note, threads, seat, project, canvas }: NoteCardProps) {
  const { id, colour, body, position, rev } = note
  const open = threads.filter(({ opening }) => opening.closedAt === null)
  const closed = threads.length - open.length
  return (
    <li class={`note ${colour}`} id={`post-it-${id}`} data-note={id} data-position={position} data-rev={rev}>
      <p class="typed">{body}</p>
      {open.map(({ opening, answers }) => (
        <ul key={opening.id} class="talk">
          {[opening, ...answers].map((line) => (
            <Said key={line.id} line={line} />
          ))}
        </ul>
      ))}
      {closed > 0 && <p class="talk-closed">{plural(closed, 'échange clos', 'échanges clos')}</p>}
      <a class="note-open" href={addresses.canvas.note({ project, canvas, note: id })}>
        {VERBS[seat]}
        <span class="unseen">
          {' '}
          le post-it {COLOUR_TEXTS[colour]} « {beginning(body, 60)} »
        </span>
      </a>
    </li>
  )
}

const VERBS: Record<Seat, string> = { writer: 'Modifier', commenter: 'Commenter', reader: 'Voir' }

function Said({ line }: { line: CommentLine }) {
  return (
    <li>
      <b>{authorText(line)}</b> {line.body}
    </li>
  )
}
