import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Drawing, drawn } from './drawing.ts'
import { Paper } from './paper.ts'

let running = 0
let most = 0

function* long(lines = 100): Drawing {
  running++
  most = Math.max(most, running)
  const paper = new Paper({ title: 'Essai', size: 'A4', layout: 'portrait' })
  for (let line = 0; line < lines; line++) {
    paper.flow('P', 'Du pain bio pour tous '.repeat(40), { size: 11 })
    yield
  }
  paper.end()
  running--
  return paper
}

/** How often others had their turn meanwhile. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0
  let isOver = false
  const done = work().finally(() => {
    isOver = true
  })
  while (!isOver) {
    await turn()
    turns++
  }
  await done
  return turns
}

test('F18: other pages are answered while a paper is drawn', async () => {
  const inOnePiece = await turnsDuring(async () => {
    for (const drawing = long(); drawing.next().done !== true; );
  })
  expect(inOnePiece, 'the control: drawn in one piece, nobody has a turn').toBeLessThanOrEqual(1)
  expect(await turnsDuring(() => drawn(long(), 1))).toBeGreaterThan(5)
})

test('F18: two papers at once, the next wait, and beyond thirty who wait the answer is 503', async () => {
  most = 0
  const papers = await Promise.allSettled(Array.from({ length: 40 }, (_, person) => drawn(long(8), person)))
  expect(most).toBe(2)
  expect(papers.filter(({ status }) => status === 'fulfilled')).toHaveLength(32)
  const refused = papers.filter((one) => one.status === 'rejected')
  expect(refused.map(({ reason }) => (reason as { statusCode: number }).statusCode)).toEqual(Array(8).fill(503))
  await expect(drawn(long(), 1), 'a moment later').resolves.toBeInstanceOf(Paper)
})

test('F18: a paper that cannot be drawn gives its turn back', async () => {
  function* broken(): Drawing {
    yield
    throw new Error('no ink')
  }
  for (let time = 0; time < 40; time++) await expect(drawn(broken(), 1)).rejects.toThrow('no ink')
  await expect(drawn(long(), 1)).resolves.toBeInstanceOf(Paper)
})

test('F18: one person has three papers at once, others are not kept waiting by more', async () => {
  const papers = await Promise.allSettled(Array.from({ length: 40 }, () => drawn(long(2), 1)))
  expect(papers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  const both = await Promise.allSettled([...papers.map(() => drawn(long(2), 1)), drawn(long(2), 2)])
  expect(both.at(-1)?.status).toBe('fulfilled')
})
