import { sql } from 'drizzle-orm'
import type { LightMyRequestResponse as Answer } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { newKey } from '#platform/keys.ts'
import type { Browser } from '../browser.ts'
import { NOW } from '../make.ts'
import { proved, rounds } from '../proof.ts'
import { openSite, type TestSite } from '../site.ts'
import {
  type Action,
  type Cell,
  everyCell,
  isRefusal,
  namesPrescriber,
  statusOf,
} from './registrations-access-table.ts'
import {
  CANARY,
  makeRegistrationsWorld,
  PRESCRIBER,
  type RegistrationsWorld,
  type Target,
} from './registrations-access-world.ts'

/** One cell in twenty, drawn by a seed; all of them in `prove`. */
const SHARE = rounds(20, 1)
const SEED = Number(process.env.ACCESS_SEED ?? Date.now() % 1000)

let site: TestSite
let world: RegistrationsWorld
beforeAll(async () => {
  site = await openSite({ now: NOW })
  world = await makeRegistrationsWorld(site)
})
afterAll(() => site.close())

const { events, mySpace, registrants, registrations } = addresses
type Try = { cell: Cell; target: Target; browser: Browser }

const holds = ({ person }: Cell): boolean => person === 'link bearer' || person === 'registered'
/** Nobody has the key of another: a key is 128 random bits, and one that is tried is anything. */
const keyOf = ({ cell, target }: Try): string => (holds(cell) ? target.key : newKey())
const form = (more: Record<string, string> = {}) => ({ submission: newKey(), ...more })
const someone = () => ({ nom: 'Passant', email: `${newKey()}@exemple.test`, telephone: '' })

const TRIES: Record<Action, (given: Try) => Promise<Answer>> = {
  'see the list': ({ target, browser }) => browser.get(mySpace.eventRegistrations({ liste: target.listId })),
  'take away as CSV': ({ target, browser }) => browser.get(mySpace.eventRegistrationsExport({ liste: target.listId })),
  'take away as .xlsx': ({ target, browser }) =>
    browser.get(mySpace.eventRegistrationsWorkbook({ liste: target.listId })),
  'write to all': ({ cell, target, browser }) =>
    browser.post(
      registrants.message({ date: target.dateId }),
      form({ listes: cell.list, objet: 'Le café', message: 'À 8 h.', geste: 'envoyer' }),
    ),
  'mark presence': ({ target, browser }) =>
    browser.post(registrants.presences({ date: target.dateId }), form({ [`presence.${target.id}`]: 'present' })),
  'see one'({ cell, target, browser }) {
    if (holds(cell)) return browser.get(registrations.one(target))
    if (cell.person === 'prescriber') return browser.get(mySpace.prescription(target))
    return browser.get(removalOf(target))
  },
  'see who enrolled'({ cell, target, browser }) {
    if (holds(cell)) return browser.get(registrations.one(target))
    if (cell.person === 'prescriber') return browser.get(mySpace.prescription(target))
    return browser.get(mySpace.eventRegistrations({ liste: target.listId }))
  },
  'cancel own': (given) => given.browser.post(registrations.cancel({ key: keyOf(given) }), form()),
  'cancel another': ({ cell, target, browser }) =>
    browser.post(cell.person === 'prescriber' ? mySpace.withdrawPrescription(target) : removalOf(target), form()),
  move: (given) =>
    given.browser.post(registrations.move({ key: keyOf(given) }), form({ date: String(given.target.otherListId) })),
  'register self': ({ target, browser }) =>
    browser.post(events.register(target), form({ ...someone(), date: String(target.listId) })),
  'register another': ({ target, browser }) =>
    browser.post(events.prescribe(target), form({ ...someone(), date: String(target.listId) })),
}

const removalOf = ({ listId, id }: Target): string => registrants.removal({ liste: listId, inscription: id })

const canariesIn = ({ body, headers }: Answer): string[] =>
  `${body} ${JSON.stringify(headers)}`.match(new RegExp(`${CANARY}\\d+x`, 'g')) ?? []

async function lastMail(): Promise<number> {
  const { rows } = await site.database.execute<{ last: number }>(
    sql`select coalesce(max(id), 0)::int as last from mails`,
  )
  return rows[0]?.last ?? 0
}

async function check(cell: Cell, expected = statusOf(cell)): Promise<void> {
  const target = world.target(cell)
  const given = { cell, target, browser: world.browsers.get(cell.person) as Browser }
  const before = await lastMail()
  const answer = await TRIES[cell.action](given)
  const changed = await world.restore()
  expect(answer.statusCode).toBe(expected)
  if (isRefusal(expected)) {
    expect(canariesIn(answer)).toEqual([])
    expect([changed, (await lastMail()) - before]).toEqual([0, 0])
    expect(answer.body).not.toContain(PRESCRIBER)
  }
  if (holds(cell)) expect(canariesIn(answer).filter((word) => word !== target.canary)).toEqual([])
  const names = namesPrescriber(cell)
  if (names !== undefined) expect(answer.body.includes(PRESCRIBER)).toBe(names)
}

/** Those drawn, and each action at least once for each person. */
function* drawn(): Generator<Cell> {
  const seen = new Set<string>()
  let place = 0
  for (const cell of everyCell()) {
    const first = `${cell.person} ${cell.action}`
    const isDrawn = (place++ * 7 + SEED) % SHARE === 0
    if (!isDrawn && seen.has(first)) continue
    seen.add(first)
    yield cell
  }
}

const said = (cell: Cell): string => Object.values(cell).join(', ')

test('R14: each registration, in each state and on each date, is seen and changed by whom the rights say; of a refusal nothing is heard and nothing remains', async () => {
  const wrong: string[] = []
  let tried = 0
  for (const cell of drawn()) {
    await check(cell).catch((error: Error) => wrong.push(`${said(cell)}: ${error.message.slice(0, 200)}`))
    tried++
  }
  const told = `${wrong.length} of ${tried}`
  proved('R14', `cells of registrations answered otherwise than written (seed ${SEED})`, told, 'goal 0')
  expect(wrong, `seed ${SEED}`).toEqual([])
  expect(tried).toBeGreaterThanOrEqual(rounds(600, 10_800))
}, 600_000)

test('R14: the canaries are read where they may be, and what may be done is done, so the proof above can fail', async () => {
  const whole = { list: 'prescription', state: 'confirmed', date: 'to come' } as const
  const author = world.browsers.get('author') as Browser
  const list = await author.get(
    mySpace.eventRegistrations({ liste: world.target({ ...whole, person: 'author', action: 'move' }).listId }),
  )
  expect(new Set(canariesIn(list)).size).toBe(6)
  const refused = { ...whole, person: 'professional', action: 'see the list' } as const
  await expect(check({ ...refused, person: 'author' }, 404)).rejects.toThrow()
  for (const action of ['cancel another', 'mark presence', 'write to all'] as const) {
    const cell = { ...whole, date: action === 'mark presence' ? 'begun' : 'to come', person: 'author', action } as const
    const before = await lastMail()
    await TRIES[action]({ cell, target: world.target(cell), browser: author })
    const mails = (await lastMail()) - before
    expect((await world.restore()) + mails, action).toBeGreaterThan(0)
  }
})
