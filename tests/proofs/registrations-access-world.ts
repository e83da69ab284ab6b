// One registration in each state, on each list of each date, with a canary in its name and address; and those who try.
import { eq, inArray, sql } from 'drizzle-orm'
import { itemOf } from '#addresses'
import { affiliations, personDepartements } from '#features/accounts/tables.ts'
import { createContentIn } from '#features/contents/actions.ts'
import { contents } from '#features/contents/tables.ts'
import { eventDates } from '#features/events/tables.ts'
import { registrationLists, registrations } from '#features/registrations/tables.ts'
import { structures } from '#features/structures/tables.ts'
import { daysLater, hours } from '#kernel/time'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import type { Browser } from '../browser.ts'
import { type MadeEvent, make, NOW } from '../make.ts'
import type { TestSite } from '../site.ts'
import { type Cell, DATES, LISTS, type Person, STATES } from './registrations-access-table.ts'

const now = Temporal.Instant.from(NOW)
export const PRESCRIBER = 'Prescripteur Zqp'
/** Begins every word that stands for somebody who registered. */
export const CANARY = 'zqr'

export type Target = {
  id: number
  key: string
  receipt: string
  canary: string
  dateId: number
  listId: number
  /** The list of the same kind on another date of the event. */
  otherListId: number
  item: string
}

export type RegistrationsWorld = {
  browsers: Map<Person, Browser>
  target(cell: Cell): Target
  /** Puts every registration back as it was; how many had changed. */
  restore(): Promise<number>
}

type Given = Parameters<typeof make.signedIn>[1]

const PEOPLE: Partial<Record<Person, Given>> = {
  unverified: { state: 'unconfirmed' },
  creator: {},
  registered: {},
  pending: { professionalState: 'pending' },
  reader: { role: 'reader' },
  professional: { role: 'professional' },
  author: { role: 'professional' },
  'same structure': { role: 'professional' },
  prescriber: { role: 'professional', name: PRESCRIBER },
  'animator here': { role: 'animator' },
  'animator elsewhere': { role: 'animator' },
  administrator: { role: 'administrator' },
  suspended: { role: 'professional', state: 'suspended' },
}

export async function makeRegistrationsWorld(site: TestSite): Promise<RegistrationsWorld> {
  const ids = new Map<Person, number>()
  const browsers = new Map<Person, Browser>([
    ['anonymous', site.browser()],
    ['link bearer', site.browser()],
  ])
  for (const [person, given] of Object.entries(PEOPLE) as [Person, Given][]) {
    const { id, browser } = await make.signedIn(site, given)
    ids.set(person, id)
    browsers.set(person, browser)
  }
  const idOf = (person: Person): number => ids.get(person) ?? 0
  await site.database.insert(personDepartements).values([
    { personId: idOf('animator here'), departement: '69' },
    { personId: idOf('animator elsewhere'), departement: '74' },
  ])
  const house = await makeHouse(site, idOf('same structure'))
  const shown = await makeEvent(site, { authorId: idOf('author'), house })
  const unpublished = await makeEvent(site, { authorId: idOf('author'), house })
  await site.database.update(contents).set({ state: 'unpublished' }).where(eq(contents.id, unpublished.id))
  const targets = await makeTargets(site, { shown, unpublished }, idOf)
  return {
    browsers,
    target: ({ list, state, date }) => targets.get(`${list} ${state} ${date}`) as Target,
    restore: await restorer(site),
  }
}

export async function makeHouse({ database }: TestSite, memberId: number): Promise<number> {
  return transact(database, async (tx) => {
    const text = { title: 'Maison', summary: '', presentation: '', departements: ['69'], access: 'public' } as const
    const whole = { ...text, kind: 'structure', state: 'published', structureId: null, authorId: null, now } as const
    const { id } = await createContentIn(tx, whole)
    await tx.insert(structures).values({ contentId: id, searchName: 'maison' })
    await tx.insert(affiliations).values({ personId: memberId, structureId: id, since: now })
    return id
  })
}

/** To come, begun, over, cancelled; then another date to come, where people may move. */
const BEGINNINGS = [daysLater(now, 3), now.subtract(hours(1)), daysLater(now, -3), daysLater(now, 4), daysLater(now, 9)]

async function makeEvent({ database }: TestSite, by: { authorId: number; house: number }): Promise<MadeEvent> {
  const dates = BEGINNINGS.map((startsAt) => ({ startsAt, places: null, prescription: 1 }))
  const event = await make.event(database, { authorId: by.authorId, dates })
  await database.update(contents).set({ structureId: by.house }).where(eq(contents.id, event.id))
  const ids = event.dates.map(({ id }) => id)
  await database.update(registrationLists).set({ places: null }).where(inArray(registrationLists.dateId, ids))
  const cancelled = ids[3] ?? 0
  await database.update(eventDates).set({ cancelledAt: now }).where(eq(eventDates.id, cancelled))
  await database.update(registrationLists).set({ cancelled: true }).where(eq(registrationLists.dateId, cancelled))
  return event
}

type Events = { shown: MadeEvent; unpublished: MadeEvent }

async function makeTargets({ database }: TestSite, events: Events, idOf: (person: Person) => number) {
  const targets = new Map<string, Target>()
  for (const [place, date] of DATES.entries())
    for (const list of LISTS)
      for (const state of STATES) {
        const isHidden = date === 'of an unpublished event'
        const event = isHidden ? events.unpublished : events.shown
        const [on, other] = [event.dates[isHidden ? 0 : place], event.dates.at(-1)]
        if (on === undefined || other === undefined) throw new Error('no date')
        const listOf = (of: typeof on) => (list === 'direct' ? of.listId : of.prescriptionListId)
        const keys = { key: newKey(), receipt: newKey() }
        const canary = `${CANARY}${targets.size}x`
        const by = { personId: idOf('registered'), prescriberId: list === 'direct' ? null : idOf('prescriber') }
        const row = { ...keys, ...by, ...columnsOf(state), listId: listOf(on), name: `Nom ${canary}` }
        const whole = { ...row, email: `${canary}@exemple.test`, emailKey: `${canary}@exemple.test`, createdAt: now }
        const [made] = await database.insert(registrations).values(whole).returning({ id: registrations.id })
        const places = { dateId: on.id, listId: listOf(on), otherListId: listOf(other), item: itemOf(event) }
        targets.set(`${list} ${state} ${date}`, { id: made?.id ?? 0, ...keys, canary, ...places })
      }
  return targets
}

function columnsOf(state: Cell['state']) {
  const isSeen = state === 'present' || state === 'absent'
  return {
    state: isSeen ? ('confirmed' as const) : state,
    presence: isSeen ? state : null,
    heldUntil: state === 'offered' ? daysLater(now, 1) : null,
    verifiedAt: now,
  }
}

/** Every try begins on the same world: what one changed is put back, whoever came is taken away. */
async function restorer({ database }: TestSite): Promise<() => Promise<number>> {
  await database.execute(sql`create schema before`)
  await database.execute(sql`create table before.registrations as select * from registrations`)
  const names = ['list_id', 'arrival', 'state', 'presence', 'held_until', 'verified_at', 'settled_at', 'sequence']
  const of = (row: string) => sql.raw(`(${names.map((name) => `${row}.${name}`).join(', ')})`)
  return async () => {
    const gone = await database.execute(
      sql`delete from registrations where id not in (select id from before.registrations)`,
    )
    const back = await database.execute(sql`update registrations as now set ${sql.raw(`(${names})`)} = row ${of('was')}
      from before.registrations as was where was.id = now.id and ${of('now')} is distinct from ${of('was')}`)
    await database.execute(sql`delete from rate_limits`)
    return (gone.rowCount ?? 0) + (back.rowCount ?? 0)
  }
}
