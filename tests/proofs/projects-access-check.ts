// Tries cells of projects on a site, and says which answer otherwise than an oracle wants.
import type { LightMyRequestResponse as Answer } from 'fastify'
import { expect } from 'vitest'
import type { TestSite } from '../site.ts'
import { type Cell, changes, hears, statusOf } from './projects-access-table.ts'
import { type Asked, askedBy, searches, send } from './projects-access-tries.ts'
import { nameOf, type ProjectsWorld, type Target, unknownOf } from './projects-access-world.ts'

export type Stage = { site: TestSite; world: ProjectsWorld }

/** The cells that answer otherwise than written. */
export async function wrongOf(stage: Stage, cells: Iterable<Cell>, oracle = statusOf) {
  const wrong: string[] = []
  let tried = 0
  for (const cell of cells) {
    await check(stage, cell, oracle(cell)).catch((error: Error) =>
      wrong.push(`${nameOf(cell)}: ${error.message.slice(0, 200)}`),
    )
    tried++
  }
  return { wrong, tried }
}

const CHANGING = ['date', 'content-security-policy', 'content-length']

/** All that an answer says, but for nonces, numbers of forms and what was asked. */
function bareOf({ statusCode, headers, body }: Answer, said: readonly string[]): unknown {
  const plain = body.replaceAll(/nonce="[^"]*"|value="[a-z2-7]{26}"/g, '')
  const text = said.reduce((rest, one) => rest.replaceAll(one, ''), plain)
  return { statusCode, headers: Object.entries(headers).filter(([name]) => !CHANGING.includes(name)), text }
}

/** The words of this project in an answer; the name that was asked for may be said back. */
function canariesIn({ body, headers }: Answer, { canaries, file }: Target): string[] {
  const text = `${body} ${JSON.stringify(headers)}`.replaceAll(file.name, '')
  return Object.values(canaries).filter((canary) => text.includes(canary))
}

const saidBy = ({ url }: Asked, { file, spare }: Target) => [url, encodeURIComponent(url), file.name, file.key, spare]

async function check({ site, world }: Stage, cell: Cell, expected: number): Promise<void> {
  const target = world.target(cell)
  const cookie = world.cookie(cell)
  const asked = askedBy(cell, target)
  const answers: Answer[] = []
  for (const one of asked) answers.push(await send(site, cookie, one))
  const changed = await world.restore()
  for (const answer of answers) expect(answer.statusCode).toBe(expected)
  if (!changes(cell)) expect(changed.filter((name) => isOfProject(cell, name))).toEqual([])
  if (hears(cell)) return checkHeard(cell, { asked, answers, target })
  for (const answer of answers) expect(canariesIn(answer, target)).toEqual([])
  if (expected === 404) await checkUnknown({ site, world }, cell, answers[0] as Answer)
  if (cell.action === 'find') await checkSearches({ site, world }, cell)
}

/** Through one’s own project that one changes, or counts a change that was refused; never who reads the other, nor what. */
const OWN: Partial<Record<Cell['thing'], readonly string[]>> = {
  attachment: ['projects', 'audit_log'],
  history: ['canvases'],
}
/** One's own list puts away, as it is read, the notices that have nothing more to say: those that other tries left. */
const isOfProject = ({ thing, action }: Cell, table: string): boolean =>
  !(action === 'reach' && OWN[thing]?.includes(table)) && !(action === 'find' && table === 'notifications')

type Heard = { asked: readonly Asked[]; answers: readonly Answer[]; target: Target }

/** Who may read reads it: else a proof in which nobody reads anything would pass. */
function checkHeard(cell: Cell, { asked, answers, target }: Heard): void {
  if (cell.action === 'find') expect(canariesIn(answers[0] as Answer, target)).toContain(target.canaries.sheet)
  for (const [index, { says, headers }] of asked.entries())
    if (says !== undefined && headers?.range === undefined)
      expect(`${answers[index]?.body}`).toContain(target.canaries[says])
}

/** What is hidden is what does not exist. */
async function checkUnknown({ site, world }: Stage, cell: Cell, answer: Answer): Promise<void> {
  const [target, cookie] = [world.target(cell), world.cookie(cell)]
  const nothing = unknownOf(target)
  const [[asked], [other]] = [askedBy(cell, target), askedBy(cell, nothing)]
  if (asked === undefined || other === undefined) throw new Error('nothing asked')
  const unknown = await send(site, cookie, other)
  await world.restore()
  expect(bareOf(answer, saidBy(asked, target))).toEqual(bareOf(unknown, saidBy(other, nothing)))
}

const UNHEARD = 'zqrienx'

/** The search answers as if nobody had written the word. */
async function checkSearches({ site, world }: Stage, cell: Cell): Promise<void> {
  const [word, cookie] = [world.target(cell).canaries[cell.thing], world.cookie(cell)]
  const unheard = searches(UNHEARD)
  for (const [index, asked] of searches(word).entries()) {
    const answer = await send(site, cookie, asked)
    const other = await send(site, cookie, unheard[index] as Asked)
    expect(bareOf(answer, [word])).toEqual(bareOf(other, [UNHEARD]))
  }
}
