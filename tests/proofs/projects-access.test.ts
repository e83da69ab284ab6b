import { afterAll, beforeAll, expect, test } from 'vitest'
import { onTheLine } from '../faults.ts'
import { NOW } from '../make.ts'
import { proved, rounds } from '../proof.ts'
import { openSite } from '../site.ts'
import { openTwin } from '../twin.ts'
import { type Stage, wrongOf } from './projects-access-check.ts'
import { type Cell, changes, everyCell, gains } from './projects-access-table.ts'
import { askedBy, send } from './projects-access-tries.ts'
import { makeProjectsWorld, nameOf } from './projects-access-world.ts'

/** One cell in twenty, drawn by a seed; all of them in `prove`. */
const SHARE = rounds(20, 1)
const SEED = Number(process.env.ACCESS_SEED ?? Date.now() % 1000)

let stage: Stage
beforeAll(async () => {
  const site = await openSite({ now: NOW })
  stage = { site, world: await makeProjectsWorld(site) }
})
afterAll(() => stage.site.close())

/** Those drawn, and each action on each object at least once, by the creator and by somebody else. */
function* drawn(): Generator<Cell> {
  const seen = new Set<string>()
  let place = 0
  for (const cell of everyCell()) {
    const first = `${cell.thing} ${cell.action} ${cell.person === 'owner'}`
    const isDrawn = (place++ * 7 + SEED) % SHARE === 0
    if (!isDrawn && seen.has(first)) continue
    seen.add(first)
    yield cell
  }
}

const cellsWhere = (isWanted: (cell: Cell) => boolean): Cell[] => [...everyCell()].filter(isWanted)

test('R14: each project, in each situation, is read and changed by its creator and those he authorises now; to all others it does not exist', async () => {
  const { wrong, tried } = await wrongOf(stage, drawn())
  const told = `${wrong.length} of ${tried}`
  proved('R14', `cells of projects answered otherwise than written (seed ${SEED})`, told, 'goal 0')
  expect(wrong, `seed ${SEED}`).toEqual([])
  expect(tried).toBeGreaterThanOrEqual(rounds(240, 4_800))
}, 600_000)

test('N9: a table that lets the administrator read is found wrong in every cell where it does', async () => {
  const cells = cellsWhere(
    ({ person, action, situation }) => person === 'administrator' && action === 'read' && situation === 'active',
  )
  const { wrong, tried } = await wrongOf(stage, cells, () => 200)
  expect([wrong.length, tried]).toEqual([8, 8])
})

test('R14: what may be done is done, so the proof above can fail', async () => {
  const { site, world } = stage
  const cells = cellsWhere((cell) => changes(cell) && cell.situation === 'active')
  const idle: string[] = []
  for (const cell of cells) {
    const [asked] = askedBy(cell, world.target(cell))
    if (asked !== undefined) await send(site, world.cookie(cell), asked)
    if ((await world.restore()).length === 0) idle.push(nameOf(cell))
  }
  expect(idle).toEqual([])
  expect(cells.some(gains)).toBe(true)
})

test('R14: the document of a project whose creator is gone is joined to no other project by whoever kept its key', async () => {
  const cells = cellsWhere(
    ({ thing, action, situation }) =>
      thing === 'attachment' && action === 'reach' && ['creator erased', 'adviser revoked'].includes(situation),
  )
  const { wrong, tried } = await wrongOf(stage, cells)
  expect(wrong).toEqual([])
  expect(tried).toBe(30)
})

/** Statements of the site that forget a condition. */
const FAULTS = {
  'a withdrawn adviser still reads': {
    change: (text: string) => text.replaceAll(`"project_advisers"."state" = 'active'`, 'true'),
    person: 'adviser',
    situation: 'adviser revoked',
  },
  'the glass never mends': {
    change: (text: string) => text.replaceAll(/"glass_openings"\."ends_at" > \$\d+::timestamptz/g, '$& is not null'),
    person: 'administrator',
    situation: 'archived',
  },
} as const

test.each(Object.entries(FAULTS))('R14: %s, and every cell of reading says so', async (_, fault) => {
  let changed = 0
  const faulty = await openTwin(stage.site, (database) =>
    onTheLine(database, (text) => {
      const other = fault.change(text)
      if (other === text) return undefined
      changed++
      return other
    }),
  )
  const cells = cellsWhere(
    ({ person, situation, action }) =>
      person === fault.person && situation === fault.situation && (action === 'read' || action === 'watch'),
  )
  const { wrong, tried } = await wrongOf({ ...stage, site: faulty }, cells).finally(() => faulty.close())
  expect(changed).toBeGreaterThan(0)
  expect([wrong.length, tried]).toEqual([16, 16])
})
