// What may happen to two dates and their lists: each step is taken on the site and on the model, and both answer.

import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { cancel, confirm, type Registered } from '#features/registrations/actions.ts'
import { changeListIn, movePlaces, releaseHolds } from '#features/registrations/list-actions.ts'
import { moveRegistration } from '#features/registrations/move-actions.ts'
import { objectToPrescription } from '#features/registrations/objection-actions.ts'
import { cancelByOrganiser } from '#features/registrations/organiser-actions.ts'
import type { WantedPlaces } from '#features/registrations/places.ts'
import { type Prescribed, withdrawPrescription } from '#features/registrations/prescription-actions.ts'
import { tellDateCancelled, tellDateMoved } from '#features/registrations/reaction-actions.ts'
import type { ListKind } from '#features/registrations/rules.ts'
import { hours } from '#kernel/time'
import { transact } from '#platform/database/database.ts'
import type { MadeEvent } from '../make.ts'
import { now, SECRET, type Seats } from '../seats.ts'
import type { Day, Entry, List, Model } from './model.ts'

export const PEOPLE = 6

/** The lists of the site and the model of them, walked together. */
export type Walk = {
  seats: Seats
  model: Model
  event: MadeEvent
  entries: { id: number; key: string; entry: Entry }[]
}
export type Step = { name: string; take(walk: Walk): Promise<{ said: string; expected: string } | undefined> }

const at = ({ model }: Walk, inHours = model.now) => now.add(hours(inHours))
const dayOf = ({ model }: Walk, nth: number) => model.days[nth] as Day
const dateOf = ({ event }: Walk, nth: number) => event.dates[nth] ?? { id: 0, listId: 0, prescriptionListId: 0 }
const by = (walk: Walk) => ({ actorId: walk.seats.adviser.id, now: at(walk) })

export const listId = (walk: Walk, nth: number, kind: ListKind): number =>
  kind === 'direct' ? dateOf(walk, nth).listId : dateOf(walk, nth).prescriptionListId

/** What the site wrote for the entry that the model has just made. */
async function remember(walk: Walk, before: number, done: Registered | Prescribed): Promise<void> {
  const entry = walk.model.entries[before]
  if (entry === undefined || !('key' in done)) return
  const { rows } = await walk.seats.database.execute<{ id: string }>(
    sql`select id from registrations where key = ${done.key}`,
  )
  walk.entries.push({ id: Number(rows[0]?.id), key: done.key, entry })
}

const registering = (nth: number, who: number, signedIn: boolean): Step => ({
  name: `${signedIn ? 'member' : 'stranger'} ${who} on date ${nth}`,
  async take(walk) {
    const before = walk.model.entries.length
    const expected = walk.model.register(dayOf(walk, nth), who, signedIn)
    const done = await walk.seats.click(walk.event, who, { date: nth, signedIn, at: at(walk) })
    await remember(walk, before, done)
    return { said: done.kind, expected }
  },
})

const prescribing = (nth: number, who: number): Step => ({
  name: `${who} enrolled on date ${nth}`,
  async take(walk) {
    const before = walk.model.entries.length
    const expected = walk.model.prescribe(dayOf(walk, nth), who)
    const done = await walk.seats.enrol(walk.event, who, { date: nth, at: at(walk) })
    await remember(walk, before, done)
    return { said: done.kind, expected }
  },
})

type One = { id: number; key: string; entry: Entry }

const onOne = (name: string, nth: number, act: (walk: Walk, one: One) => Promise<{ kind: string }>): Step => ({
  name: `${name} ${nth}`,
  async take(walk) {
    const one = walk.entries[nth % Math.max(1, walk.entries.length)]
    if (one === undefined) return undefined
    const { kind } = await act(walk, one)
    return { said: kind, expected: expectedOf(walk, name, one) }
  },
})

function expectedOf({ model }: Walk, name: string, { entry }: One): string {
  const [verb, detail] = name.split(', ')
  if (verb === 'confirm') return model.confirm(entry)
  if (verb === 'object') return model.object(entry, detail === 'never again')
  if (verb !== 'to date') return verb === 'withdraw' && !isPrescribed(entry) ? 'refused' : model.cancel(entry)
  const [nth, mayWait] = (detail ?? '').split(' ')
  return model.move(entry, model.days[Number(nth)] as Day, mayWait === 'or-wait')
}

const isPrescribed = ({ on }: Entry): boolean => on === on.day().prescription

const confirming = (nth: number) =>
  onOne('confirm', nth, (walk, { key }) => confirm(walk.seats.database, key, at(walk)))

const leaving = (nth: number) => onOne('cancel', nth, (walk, { key }) => cancel(walk.seats.database, key, by(walk)))

const withdrawing = (nth: number) =>
  onOne('withdraw', nth, (walk, { key }) =>
    withdrawPrescription(walk.seats.database, { key, prescriberId: walk.seats.adviser.id }, at(walk)),
  )

const removing = (nth: number) =>
  onOne('remove', nth, (walk, { id, entry }) => {
    const on = walk.model.days.indexOf(entry.on.day())
    const list = listId(walk, on, isPrescribed(entry) ? 'prescription' : 'direct')
    return cancelByOrganiser(walk.seats.database, { listId: list, registrationId: id }, by(walk).actorId, at(walk))
  })

const objecting = (nth: number, stop: boolean) =>
  onOne(`object, ${stop ? 'never again' : 'once'}`, nth, (walk, { key }) =>
    objectToPrescription(walk.seats.database, { key, stop, secret: SECRET }, at(walk)),
  )

const rebooking = (nth: number, to: number, mayWait: boolean) =>
  onOne(`to date, ${to}${mayWait ? ' or-wait' : ''}`, nth, (walk, { key, entry }) => {
    const toListId = listId(walk, to, isPrescribed(entry) ? 'prescription' : 'direct')
    return moveRegistration(walk.seats.database, key, { toListId, mayWait }, by(walk))
  })

type Wanted = { places: number | null; open: boolean; offers: number | null }

const changing = (nth: number, kind: ListKind, { places, open, offers }: Wanted): Step => ({
  name: `${kind} list of date ${nth}: ${places ?? 'no limit'}, ${open ? 'open' : 'closed'}, offers ${offers ?? 'none'}`,
  async take(walk) {
    const wanted: WantedPlaces = places === null ? { kind: 'unlimited' } : { kind: 'number', places }
    const closesAt = at(walk, dayOf(walk, nth).start)
    const change = { dateId: dateOf(walk, nth).id, kind, wanted, open, closesAt, offerHours: offers }
    const { actorId } = by(walk)
    const verdict = await transact(walk.seats.database, (tx) => changeListIn(tx, change, actorId, at(walk)))
    return { said: verdict.kind, expected: walk.model.change(dayOf(walk, nth)[kind], { places, open, offers }) }
  },
})

const movingPlaces = (nth: number, from: ListKind, count: number): Step => ({
  name: `${count} places leave the ${from} list of date ${nth}`,
  async take(walk) {
    const move = { dateId: dateOf(walk, nth).id, from, count }
    const verdict = await movePlaces(walk.seats.database, move, by(walk).actorId, at(walk))
    const lists = dayOf(walk, nth)
    const ends: [List, List] =
      from === 'direct' ? [lists.direct, lists.prescription] : [lists.prescription, lists.direct]
    return { said: verdict.kind, expected: walk.model.movePlaces(...ends, count) }
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
    for (const [nth, day] of walk.model.days.entries())
      for (const kind of ['direct', 'prescription'] as const) {
        await releaseHolds(walk.seats.database, listId(walk, nth, kind), at(walk))
        day[kind].sweep()
      }
    return undefined
  },
}

const postponing = (nth: number, inHours: number): Step => ({
  name: `date ${nth} moved, begins in ${inHours} h`,
  async take(walk) {
    const day = dayOf(walk, nth)
    const start = walk.model.now + inHours
    const change = { dateId: dateOf(walk, nth).id, startsAt: at(walk, start), ...by(walk) }
    await transact(walk.seats.database, (tx) => tellDateMoved(tx, change))
    walk.model.moveDay(day, start)
    return undefined
  },
})

const callingOff = (nth: number): Step => ({
  name: `date ${nth} cancelled`,
  async take(walk) {
    const change = { dateId: dateOf(walk, nth).id, ...by(walk) }
    await transact(walk.seats.database, (tx) => tellDateCancelled(tx, change))
    dayOf(walk, nth).off = true
    return undefined
  },
})

// Mostly one date, so that its queues fill.
const day = fc.constantFrom(0, 0, 0, 1)
const [who, nth] = [fc.nat(PEOPLE - 1), fc.nat(11)]
const kind = fc.constantFrom<ListKind>('direct', 'prescription')
const wanted = fc.record({
  places: fc.option(fc.nat(3), { freq: 9 }),
  open: fc.constantFrom(true, true, false),
  offers: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 1 }),
})
const steps = <T extends unknown[]>(
  weight: number,
  drawn: { [K in keyof T]: fc.Arbitrary<T[K]> },
  make: (...of: T) => Step,
) => ({ weight, arbitrary: fc.tuple(...drawn).map((of) => make(...(of as T))) })

const step: fc.Arbitrary<Step> = fc.oneof(
  steps(8, [day, who, fc.boolean()], registering),
  steps(6, [day, who], prescribing),
  steps(5, [nth], confirming),
  steps(4, [nth], leaving),
  steps(1, [nth], withdrawing),
  steps(1, [nth], removing),
  steps(1, [nth, fc.boolean()], objecting),
  steps(4, [nth, day, fc.boolean()], rebooking),
  steps(4, [day, kind, wanted], changing),
  steps(3, [day, kind, fc.integer({ min: 1, max: 3 })], movingPlaces),
  steps(3, [fc.integer({ min: 1, max: 5 })], passing),
  steps(3, [], () => sweeping),
  steps(1, [day, fc.constantFrom(-1, 2, 3, 24, 72)], postponing),
  steps(1, [day], callingOff),
  steps(1, [fc.constantFrom(70, 80)], passing),
)

/** A failing history is printed as the names of its steps. */
const named = step.map((one) => Object.assign(one, { [fc.toStringMethod]: () => one.name }))
export const histories = fc.array(named, { minLength: 6, maxLength: 30, size: 'max' })
