// People who want seats, called upon by number: what tests of registrations do over and over.

import { asc, eq, sql } from 'drizzle-orm'
import { type Registered, register } from '#features/registrations/actions.ts'
import { type Prescribed, prescribe } from '#features/registrations/prescription-actions.ts'
import { registrationLists, registrations } from '#features/registrations/tables.ts'
import { type Database, openDatabase } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { createLog } from '#platform/log.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'
import { type MadeEvent, make, NOW } from './make.ts'

export const now = Temporal.Instant.from(NOW)
export const SECRET = 'a secret of the tests, thirty-two letters'

type Person = { id: number; name: string; email: string }
type How = { date?: number; at?: Temporal.Instant }

const sentAt = (at: Temporal.Instant) => ({ submission: { key: newKey(), now: at }, locationOf: () => '/' })
const targetOf = ({ id, dates }: MadeEvent) => ({ eventId: id, dateIds: dates.map((date) => date.id) })

/** A database of its own, people and one professional. */
export class Seats {
  readonly database: Database
  readonly people: readonly Person[]
  readonly adviser: Person
  private readonly fresh: FreshDatabase

  private constructor(database: Database, fresh: FreshDatabase, who: { people: readonly Person[]; adviser: Person }) {
    this.database = database
    this.fresh = fresh
    this.people = who.people
    this.adviser = who.adviser
  }

  static async open(count: number, connections = 10): Promise<Seats> {
    const fresh = await freshDatabase()
    const database = openDatabase(fresh.url, { connections, statementMs: 20_000, lockMs: 20_000 }, createLog('silent'))
    const people: Person[] = []
    for (let made = 0; made < count; made++) people.push(await make.person(database))
    const adviser = await make.person(database, { role: 'professional', name: 'Anne Conseil' })
    return new Seats(database, fresh, { people, adviser })
  }

  async close(): Promise<void> {
    await this.database.close()
    await this.fresh.drop()
  }

  private aboutPerson(who: number) {
    const { id, name, email } = this.people[who] ?? { id: 0, name: '', email: '' }
    return { id, about: { name, email: { address: email, key: email }, phone: '' } }
  }

  /** Person number `who` registers on the direct list. */
  click(event: MadeEvent, who: number, how: How & { signedIn?: boolean } = {}): Promise<Registered> {
    const { date = 0, signedIn = true, at = now } = how
    const { id, about } = this.aboutPerson(who)
    const listId = event.dates[date]?.listId ?? 0
    const input = { listId, ...targetOf(event), ...about, personId: signedIn ? id : undefined }
    return register(this.database, input, sentAt(at))
  }

  /** The adviser, unless another is said, enrols person number `who`. */
  enrol(event: MadeEvent, who: number, how: How & { by?: number } = {}): Promise<Prescribed> {
    const { date = 0, at = now, by = this.adviser.id } = how
    const listId = event.dates[date]?.prescriptionListId ?? 0
    const input = { listId, ...targetOf(event), ...this.aboutPerson(who).about, prescriberId: by, secret: SECRET }
    return prescribe(this.database, input, sentAt(at))
  }

  /** In order of arrival. */
  rowsOf(listId = 0) {
    const ofList = eq(registrations.listId, listId)
    return this.database.select().from(registrations).where(ofList).orderBy(asc(registrations.arrival))
  }

  async listOf(listId = 0) {
    const [list] = await this.database.select().from(registrationLists).where(eq(registrationLists.id, listId))
    if (list === undefined) throw new Error('no list')
    return list
  }

  /** `kind` of the mails to an address, `kind:what` for what a professional is told, in order. */
  async mailsTo(email = ''): Promise<string[]> {
    const { rows } = await this.database.execute<{ kind: string; what: string | null }>(
      sql`select kind, about ->> 'what' as what from mails where recipient = ${email} order by id`,
    )
    return rows.map(({ kind, what }) => (what === null ? kind : `${kind}:${what}`))
  }

  mailsToPerson(who: number): Promise<string[]> {
    return this.mailsTo(this.people[who]?.email)
  }
}

/** The key of what was registered; a test that expected a seat stops here. */
export function keyOf(done: Registered | Prescribed): string {
  if (!('key' in done)) throw new Error(`no key: ${JSON.stringify(done)}`)
  return done.key
}
