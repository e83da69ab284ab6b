import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cancel, confirm, register } from '#features/registrations/actions.ts'
import { changeListIn, releaseHolds } from '#features/registrations/list-actions.ts'
import type { WantedPlaces } from '#features/registrations/places.ts'
import { findByKey } from '#features/registrations/queries.ts'
import { tellDateCancelled, tellDateMoved } from '#features/registrations/reaction-actions.ts'
import { registrationLists, registrations } from '#features/registrations/tables.ts'
import { hours } from '#kernel/time'
import { type Database, openDatabase, transact, WEB_LIMITS } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { createLog } from '#platform/log.ts'
import { type FreshDatabase, freshDatabase } from '../database.ts'
import { make, NOW } from '../make.ts'
import { proved, rounds } from '../proof.ts'
import { type Entry, Model } from './model.ts'

const PEOPLE = 6
let fresh: FreshDatabase
let database: Database
let people: { id: number; name: string; email: string }[]

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase(fresh.url, WEB_LIMITS, createLog('silent'))
  people = await Promise.all(Array.from({ length: PEOPLE }, () => make.person(database)))
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

/** A list of the site and the model of it, walked together. */
type Walk = { model: Model; eventId: number; dateId: number; listId: number; entries: { key: string; entry: Entry }[] }
type Step = { name: string; take(walk: Walk): Promise<{ said: string; expected: string } | undefined> }

const nowOf = ({ model }: Walk) => Temporal.Instant.from(NOW).add(hours(model.now))
const startOf = ({ model }: Walk) => Temporal.Instant.from(NOW).add(hours(model.start))

const registering = (who: number, sure: boolean): Step => ({
  name: `${sure ? 'member' : 'stranger'} ${who}`,
  async take(walk) {
    const { id, name, email } = people[who] ?? { id: 0, name: '', email: '' }
    const before = walk.model.entries.length
    const expected = walk.model.register(who, sure)
    const verdict = await register(
      database,
      {
        ...{ listId: walk.listId, eventId: walk.eventId, dateIds: [walk.dateId], name, phone: '' },
        ...{ email: { address: email, key: email }, personId: sure ? id : undefined },
      },
      { submission: { key: newKey(), now: nowOf(walk) }, locationOf: () => '/' },
    )
    const entry = walk.model.entries[before]
    if (entry !== undefined && 'key' in verdict) walk.entries.push({ key: verdict.key, entry })
    return { said: verdict.kind, expected }
  },
})

const onOne = (verb: 'confirm' | 'cancel', nth: number): Step => ({
  name: `${verb} ${nth}`,
  async take(walk) {
    const one = walk.entries[nth % Math.max(1, walk.entries.length)]
    if (one === undefined) return undefined
    const now = nowOf(walk)
    const done =
      verb === 'confirm'
        ? await confirm(database, one.key, now)
        : await cancel(database, one.key, { actorId: null, now })
    return { said: done.kind, expected: walk.model[verb](one.entry) }
  },
})

const changing = (places: number | null, open: boolean): Step => ({
  name: `${places ?? 'no limit'}, ${open ? 'open' : 'closed'}`,
  async take(walk) {
    const wanted: WantedPlaces = places === null ? { kind: 'unlimited' } : { kind: 'number', places }
    const change = { dateId: walk.dateId, kind: 'direct' as const, wanted, open, closesAt: startOf(walk) }
    const verdict = await transact(database, (tx) => changeListIn(tx, change, people[0]?.id ?? 0, nowOf(walk)))
    return { said: verdict.kind, expected: walk.model.change(places, open) }
  },
})

const passing = (count: number): Step => ({
  name: `${count} h later`,
  async take({ model }) {
    model.now += count
    return undefined
  },
})

const sweeping: Step = {
  name: 'sweep',
  async take(walk) {
    await releaseHolds(database, walk.listId, nowOf(walk))
    walk.model.sweep()
    return undefined
  },
}

const moving = (inHours: number): Step => ({
  name: `moved, begins in ${inHours} h`,
  async take(walk) {
    walk.model.start = walk.model.now + inHours
    const by = { actorId: people[0]?.id ?? 0, now: nowOf(walk) }
    await transact(database, (tx) => tellDateMoved(tx, { dateId: walk.dateId, startsAt: startOf(walk), ...by }))
    walk.model.settle()
    return undefined
  },
})

const callingOff: Step = {
  name: 'date cancelled',
  async take(walk) {
    const by = { actorId: people[0]?.id ?? 0, now: nowOf(walk) }
    await transact(database, (tx) => tellDateCancelled(tx, { dateId: walk.dateId, ...by }))
    walk.model.off = true
    return undefined
  },
}

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.nat(PEOPLE - 1), fc.boolean()).map(([who, sure]) => registering(who, sure)) },
  { weight: 4, arbitrary: fc.nat(9).map((nth) => onOne('confirm', nth)) },
  { weight: 4, arbitrary: fc.nat(9).map((nth) => onOne('cancel', nth)) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.option(fc.nat(4), { freq: 6 }), fc.boolean()).map(([n, open]) => changing(n, open)),
  },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 5 }).map(passing) },
  { weight: 2, arbitrary: fc.constant(sweeping) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 3, 72).map(moving) },
  { weight: 1, arbitrary: fc.constantFrom(callingOff, passing(80), moving(2), moving(24)) },
)

async function begin(model: Model): Promise<Walk> {
  const event = await make.event(database, { dates: [{ places: model.places }] })
  const [date = { id: 0, listId: 0 }] = event.dates
  return { model, eventId: event.id, dateId: date.id, listId: date.listId, entries: [] }
}

/** Takes every step on both, and compares each answer, then every state and rank, then the counters. */
async function follow(model: Model, steps: readonly Step[]): Promise<void> {
  const walk = await begin(model)
  const [said, expected]: [unknown[], unknown[]] = [[], []]
  for (const one of steps) {
    const answer = await one.take(walk)
    said.push([one.name, answer?.said])
    expected.push([one.name, answer?.expected])
  }
  expect(said).toEqual(expected)
  const found = await Promise.all(walk.entries.map(({ key }) => findByKey(database, key)))
  const shown = found.map((one) => (one?.state === 'waiting' ? `waiting ${one.rank}` : one?.state))
  const modelled = walk.entries.map(({ entry }) =>
    entry.state === 'waiting' ? `waiting ${model.queue.indexOf(entry) + 1}` : entry.state,
  )
  expect({ steps: said, states: shown }).toEqual({ steps: said, states: modelled })
  const [list] = await database.select().from(registrationLists).where(eq(registrationLists.id, walk.listId))
  const counters = { places: model.places, taken: model.taken(), waiting: model.queue.length, cancelled: model.off }
  expect(list).toMatchObject({ ...counters, open: model.open })
  expect(await database.$count(registrations, eq(registrations.listId, walk.listId))).toBe(model.entries.length)
}

/** A failing history is printed as the names of its steps. */
const named = step.map((one) => Object.assign(one, { [fc.toStringMethod]: () => one.name }))
const histories = fc.array(named, { minLength: 4, maxLength: 24 })
const { FC_SEED } = process.env
const seed = FC_SEED === undefined ? {} : { seed: Number(FC_SEED) }

test('R2: whatever happens to a list, its people stand where plain words say they should', async () => {
  const numRuns = rounds(150, 10_000)
  await fc.assert(
    fc.asyncProperty(histories, (steps) => follow(new Model(), steps)),
    { numRuns, ...seed },
  )
  proved('R2', 'random histories that differ from the model', `0 of ${numRuns}`, 'goal 0 of 10000')
})

test('R2: a model that serves the last who came first is found out, so the proof above can fail', async () => {
  class Unfair extends Model {
    override next = () => this.queue.pop() as Entry
  }
  const { failed } = await fc.check(
    fc.asyncProperty(histories, (steps) => follow(new Unfair(), steps)),
    { numRuns: 300, endOnFailure: true },
  )
  expect(failed).toBe(true)
})
