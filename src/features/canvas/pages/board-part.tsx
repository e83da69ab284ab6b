import { addresses } from '#addresses'
import type { ProjectHead } from '#features/projects/pages/project-frame.tsx'
import type { Thread } from '#features/projects/threads.ts'
import { Icon } from '#ui/icon.tsx'
import { BLOCK_TEXTS, BLOCKS, type Block } from '../board.ts'
import { ofBlock } from '../versions.ts'
import { NoteCard, type NoteShown, type Seat } from './note-card.tsx'

export type CanvasHead = { number: number; name: string; rev: number }

export type BoardProps = {
  project: ProjectHead
  canvas: CanvasHead
  notes: readonly NoteShown[]
  threads: ReadonlyMap<number, Thread[]>
  seat: Seat
  /** The account that reads: what waits on a device is sent by whom typed it alone. */
  reader: number
  /** The comments are on the paper too. */
  printsComments: boolean
}

/** The nine blocks, as lists that CSS draws as a canvas. */
export function Board(props: BoardProps) {
  const { project, canvas, seat, reader, printsComments } = props
  return (
    <div
      class={['canvas', printSize(props), ...(printsComments ? ['with-comments'] : [])].join(' ')}
      data-island="canvas"
      data-live={addresses.canvas.live({ project: project.id, canvas: canvas.number })}
      data-rev={canvas.rev}
      data-seat={seat}
      data-reader={reader}
    >
      <p class="canvas-state" role="status" />
      {BLOCKS.map((block) => (
        <OneBlock key={block} {...props} block={block} />
      ))}
    </div>
  )
}

/** Blocks of half the height of the others. */
const HALVES: readonly Block[] = ['activities', 'resources', 'relations', 'channels']
/** A post-it takes as much room as that many letters more, for its edges. */
const EDGES = 30

/** How large the letters may be for one printed page, by what the fullest block holds. */
function printSize({ notes, threads, printsComments }: BoardProps): 'print-large' | 'print-middle' | 'print-small' {
  const saidOf = (note: NoteShown) =>
    printsComments
      ? (threads.get(note.id) ?? []).flatMap(({ opening, answers }) => [opening, ...answers].map(({ body }) => body))
      : []
  const lettersOf = (block: Block) =>
    ofBlock(notes, block)
      .flatMap((note) => [note.body, ...saidOf(note)])
      .reduce((sum, text) => sum + text.length + EDGES, 0) * (HALVES.includes(block) ? 2 : 1)
  const most = Math.max(...BLOCKS.map(lettersOf))
  if (most > 1000) return 'print-small'
  return most > 400 ? 'print-middle' : 'print-large'
}

function OneBlock({ block, notes, threads, seat, project, canvas }: BoardProps & { block: Block }) {
  const { name, question } = BLOCK_TEXTS[block]
  const own = ofBlock(notes, block)
  return (
    <section class="block" data-block={block} aria-labelledby={`bloc-${block}`}>
      <h2 id={`bloc-${block}`}>{name}</h2>
      <p class="block-question">{question}</p>
      <ul class="notes">
        {own.map((note) => (
          <NoteCard
            key={note.id}
            {...{ note, seat }}
            threads={threads.get(note.id) ?? []}
            project={project.id}
            canvas={canvas.number}
          />
        ))}
      </ul>
      {seat === 'writer' && (
        <a
          class="add-note"
          href={addresses.canvas.notes({ project: project.id, canvas: canvas.number }, { bloc: block })}
        >
          <Icon name="plus" />
          Ajouter un post-it
          <span class="unseen"> : {name}</span>
        </a>
      )}
    </section>
  )
}
