import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNoteIn, editNoteIn, moveNoteIn, setNoteGoneIn } from '#features/canvas/actions.ts'
import { BLOCKS } from '#features/canvas/board.ts'
import { inOrder } from '#features/canvas/order.ts'
import { listChanged, listNotes } from '#features/canvas/queries.ts'
import { canvases, canvasNotes } from '#features/canvas/tables.ts'
import { transact } from '#platform/database/database.ts'
import { make, NOW } from '../make.ts'
import { proved, rounds } from '../proof.ts'
import { openSite, type TestSite } from '../site.ts'
import { makeProject } from './access-world-of-projects.ts'

let site: TestSite
let canvasId = 0
beforeAll(async () => {
  site = await openSite({ now: NOW })
  const [owner, adviser] = [await make.person(site.database, {}), await make.person(site.database, { role: 'reader' })]
  const { id } = await makeProject(site, { ownerId: owner.id, adviserId: adviser.id })
  const [canvas] = await site.database
    .select()
    .from(canvases)
    .where(eq(canvases.projectId, id))
    .orderBy(canvases.number)
  canvasId = canvas?.id ?? 0
})
afterAll(() => site.close())

type Changed = Awaited<ReturnType<typeof listChanged>>[number]

/** An open page: what it shows is made of nothing but the changes it was told. */
class Board {
  readonly cards = new Map<number, Changed>()
  seen = 0

  async hear(forget = false): Promise<void> {
    const changed = await listChanged(site.database, canvasId, this.seen)
    for (const note of changed) {
      if (note.isGone) this.cards.delete(note.id)
      else if (!forget || !this.cards.has(note.id)) this.cards.set(note.id, note)
      this.seen = Math.max(this.seen, note.rev)
    }
  }

  get shown(): string[] {
    return BLOCKS.flatMap((block) =>
      [...this.cards.values()]
        .filter((note) => note.block === block)
        .toSorted(inOrder)
        .map(({ id, body, colour }) => `${block} ${id} ${colour} ${body}`),
    )
  }
}

const now = Temporal.Instant.from(NOW)
const pick = <One>(all: readonly One[]): One => all[Math.floor(Math.random() * all.length)] as One

/** One gesture of somebody on what his page shows, which may be old by now. */
function gesture(board: Board, step: number) {
  const ids = [...board.cards.keys()]
  const id = ids.length === 0 ? 0 : pick(ids)
  const colour = 'fir' as const
  return transact(site.database, (tx): Promise<{ kind: string }> => {
    switch (ids.length === 0 ? 'add' : pick(['add', 'edit', 'move', 'move', 'move', 'remove', 'restore'])) {
      case 'add':
        return addNoteIn(tx, canvasId, { block: pick(BLOCKS), body: `Écrit ${step}`, colour }, now)
      case 'edit':
        return editNoteIn(
          tx,
          canvasId,
          { id, version: board.cards.get(id)?.version ?? 0, body: `Récrit ${step}`, colour },
          now,
        )
      case 'remove':
        return setNoteGoneIn(tx, canvasId, { id, gone: true }, now)
      case 'restore':
        return setNoteGoneIn(tx, canvasId, { id, gone: false }, now)
      default: {
        const place = pick(['up', 'down', 'last', { after: pick([null, ...ids]) }] as const)
        return moveNoteIn(tx, canvasId, { id, block: pick([undefined, ...BLOCKS]), place }, now)
      }
    }
  })
}

test('PRJ-5: two people who move and edit the same post-its at random end with the same board, and none is lost', async () => {
  const [one, other] = [new Board(), new Board()]
  const steps = rounds(300, 10_000)
  let added = 0
  for (let step = 0; step < steps; step += 2) {
    const done = await Promise.all([gesture(one, step), gesture(other, step + 1)])
    added += done.filter((verdict) => verdict.kind === 'done').length
    if (Math.random() < 0.5) await one.hear()
    if (Math.random() < 0.5) await other.hear()
  }
  await one.hear()
  await other.hear()
  const truth = await listNotes(site.database, canvasId)
  expect(one.shown).toEqual(other.shown)
  expect(new Set(one.cards.keys())).toEqual(new Set(truth.map(({ id }) => id)))
  expect(added).toBeGreaterThan(steps / 2)
  const kept = await site.database.$count(canvasNotes, eq(canvasNotes.canvasId, canvasId))
  expect(kept).toBeGreaterThanOrEqual(truth.length)
  proved('PRJ-5', 'steps of two people on one canvas', steps, 'same board, none lost')
})

test('control: a page that overlooks changes of what it shows does not end with the same board', async () => {
  const [whole, deaf] = [new Board(), new Board()]
  for (let step = 0; step < 60; step++) {
    await gesture(whole, step)
    await whole.hear()
    await deaf.hear(true)
  }
  expect(deaf.shown).not.toEqual(whole.shown)
})
