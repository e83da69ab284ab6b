// PRJ-5. A version is the post-its of a canvas as they were. Restoring puts each back where it was, with its words; those made
// since are taken away, and can come back like any other.
import type { Block, Colour } from './board.ts'
import { inOrder } from './order.ts'

export type KeptNote = { id: number; block: Block; position: string; body: string; colour: Colour }

export type Difference = {
  added: KeptNote[]
  removed: KeptNote[]
  changed: { before: KeptNote; after: KeptNote }[]
  moved: { note: KeptNote; from: Block }[]
}

/** What became of the post-its from one version to another; a post-it changed and moved is said changed. */
export function differenceOf(before: readonly KeptNote[], after: readonly KeptNote[]): Difference {
  const [old, now] = [new Map(before.map((note) => [note.id, note])), new Map(after.map((note) => [note.id, note]))]
  const both = after.flatMap((note) => {
    const earlier = old.get(note.id)
    return earlier === undefined ? [] : [{ before: earlier, after: note }]
  })
  const isChanged = ({ before: a, after: b }: (typeof both)[number]) => a.body !== b.body || a.colour !== b.colour
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !now.has(id)),
    changed: both.filter(isChanged),
    moved: both
      .filter((pair) => !isChanged(pair) && pair.before.block !== pair.after.block)
      .map((pair) => ({ note: pair.after, from: pair.before.block })),
  }
}

export const isSame = ({ added, removed, changed, moved }: Difference): boolean =>
  added.length + removed.length + changed.length + moved.length === 0

/** The post-its of a block, in order. */
export const ofBlock = <Note extends { block: Block; position: string; id: number }>(
  notes: readonly Note[],
  block: Block,
): Note[] => notes.filter((note) => note.block === block).toSorted(inOrder)
