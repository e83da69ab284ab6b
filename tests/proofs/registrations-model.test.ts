import { inArray, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rankOfRegistration } from '#features/registrations/queries.ts'
import { LIST_KINDS } from '#features/registrations/rules.ts'
import { registrations } from '#features/registrations/tables.ts'
import { hours } from '#kernel/time'
import { make } from '../make.ts'
import { proved, rounds } from '../proof.ts'
import { now, Seats } from '../seats.ts'
import { histories, listId, PEOPLE, type Step, type Walk } from './histories.ts'
import { type Entry, Model } from './model.ts'

let seats: Seats
beforeAll(async () => {
  seats = await Seats.open(PEOPLE)
})
afterAll(() => seats.close())

async function begin(model: Model): Promise<Walk> {
  // Who never wants to be prescribed again was someone of another history.
  await seats.database.execute(sql`delete from prescription_objections`)
  const dates = model.days.map(({ start, direct, prescription }) => ({
    startsAt: now.add(hours(start)),
    places: direct.places,
    prescription: prescription.places ?? 1,
  }))
  return { seats, model, event: await make.event(seats.database, { dates }), entries: [] }
}

/** Where everyone stands: on which list, in which state, at which rank. */
async function standing({ entries }: Walk): Promise<Map<number, string>> {
  const rows = await seats.database
    .select({
      id: registrations.id,
      listId: registrations.listId,
      state: registrations.state,
      rank: rankOfRegistration,
    })
    .from(registrations)
    .where(inArray(registrations.id, [0, ...entries.map(({ id }) => id)]))
  return new Map(rows.map((row) => [row.id, wordsFor(row.listId, row.state, row.rank)]))
}

const wordsFor = (list: number, state: string, rank: number): string =>
  state === 'waiting' ? `${state} ${rank} on ${list}` : `${state} on ${list}`

function modelled(walk: Walk): Map<number, string> {
  const words = ({ on, state, ...entry }: Entry) => {
    const nth = walk.model.days.indexOf(on.day())
    const list = listId(walk, nth, on === on.day().direct ? 'direct' : 'prescription')
    return wordsFor(list, state, on.queue.findIndex((other) => other.who === entry.who) + 1)
  }
  return new Map(walk.entries.map(({ id, entry }) => [id, words(entry)]))
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
  expect({ steps: said, standing: await standing(walk) }).toEqual({ steps: said, standing: modelled(walk) })
  for (const [nth, day] of model.days.entries())
    for (const kind of LIST_KINDS) {
      const { places, open, offers, queue } = day[kind]
      const list = await seats.listOf(listId(walk, nth, kind))
      const counters = { places, taken: day[kind].taken(), waiting: queue.length, cancelled: day.off }
      expect({ steps: said, list }).toMatchObject({ steps: said, list: { ...counters, open, offerHours: offers } })
      expect(await seats.rowsOf(list.id)).toHaveLength(day[kind].entries().length)
    }
}

const { FC_SEED } = process.env
const seed = FC_SEED === undefined ? {} : { seed: Number(FC_SEED) }

test('R2: whatever happens to two dates and their lists, everyone stands where plain words say', async () => {
  const numRuns = rounds(150, 10_000)
  await fc.assert(
    fc.asyncProperty(histories, (steps) => follow(new Model(), steps)),
    { numRuns, ...seed },
  )
  proved('R2', 'random histories that differ from the model', `0 of ${numRuns}`, 'goal 0 of 10000')
})

/** Whether some history tells the site from a model that is wrong; the same ones each time. */
async function isFoundOut(wrong: () => Model): Promise<boolean> {
  const { failed } = await fc.check(
    fc.asyncProperty(histories, (steps) => follow(wrong(), steps)),
    { numRuns: 400, endOnFailure: true, seed: 1 },
  )
  return failed
}

test('R2: a model that serves the last who came first is found out, so the proof above can fail', async () => {
  class Unfair extends Model {
    override next = (queue: Entry[]) => queue.pop() as Entry
  }
  expect(await isFoundOut(() => new Unfair())).toBe(true)
})

test('R2: a model in which the two lists lend each other their places is found out', async () => {
  class Mixed extends Model {
    constructor() {
      super()
      for (const { direct, prescription } of this.days)
        direct.isFull = () => direct.places !== null && prescription.isFull() && direct.taken() >= direct.places
    }
  }
  expect(await isFoundOut(() => new Mixed())).toBe(true)
})
