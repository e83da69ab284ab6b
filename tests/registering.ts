// People on lists, as the verbs of registrations put them there.
import { type RegisterInput, register } from '#features/registrations/actions.ts'
import { type PrescribeInput, prescribe } from '#features/registrations/prescription-actions.ts'
import { readEmail } from '#kernel/email-address'
import type { Instant } from '#kernel/time'
import type { Database } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import type { MadeEvent } from './make.ts'

export const SECRET_OF_TESTS = 'a secret of thirty-two characters, for tests'

function addressOf(text: string) {
  const read = readEmail(text)
  if (typeof read === 'string') throw new Error(read)
  return read
}

const sentAt = (now: Instant) => ({
  submission: { key: newKey(), now },
  locationOf: ({ key }: { key: string }) => `/inscriptions/${key}`,
})

const ofEvent = (event: MadeEvent) => ({ eventId: event.id, dateIds: event.dates.map(({ id }) => id) })

type Direct = { email: string; now: Instant; date?: number } & Partial<
  Pick<RegisterInput, 'name' | 'phone' | 'personId'>
>

/** Someone on the direct list of a date: signed in with `personId`, by a mere address without. Returns the key. */
export async function registerOn(database: Database, event: MadeEvent, given: Direct): Promise<string> {
  const { email, now, date = 0, name = 'Max Petit', phone = '', personId } = given
  const about = { name, phone, personId, email: addressOf(email), listId: event.dates[date]?.listId ?? 0 }
  const done = await register(database, { ...ofEvent(event), ...about }, sentAt(now))
  if (!('key' in done)) throw new Error(JSON.stringify(done))
  return done.key
}

type Enrolled = { email: string; now: Instant; prescriberId: number; date?: number } & Partial<
  Pick<PrescribeInput, 'name' | 'phone'>
>

/** Someone whom a professional enrols on the list by prescription of a date. Returns the key. */
export async function prescribeOn(database: Database, event: MadeEvent, given: Enrolled): Promise<string> {
  const { email, now, date = 0, name = 'Nadia Benali', phone = '', prescriberId } = given
  const about = { name, phone, prescriberId, email: addressOf(email), secret: SECRET_OF_TESTS }
  const listId = event.dates[date]?.prescriptionListId ?? 0
  const done = await prescribe(database, { ...ofEvent(event), ...about, listId }, sentAt(now))
  if (!('key' in done)) throw new Error(JSON.stringify(done))
  return done.key
}
