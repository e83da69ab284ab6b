// People told of something by a notice and its mail, as the verbs of the site tell them.

import { notify } from '#features/notifications/actions.ts'
import type { Choice } from '#features/notifications/rules.ts'
import { notificationPreferences } from '#features/notifications/tables.ts'
import { recommendations } from '#features/recommendations/tables.ts'
import type { Instant } from '#kernel/time'
import { type Database, transact } from '#platform/database/database.ts'
import { make } from './make.ts'

type Person = { id: number; email: string }

/** A content recommended to a person: a line of the list, and the mail of the same cause. */
export function recommendedTo(
  database: Database,
  person: Person,
  given: { contentId: number; senderId: number; now: Instant },
) {
  const { contentId, senderId, now } = given
  return transact(database, async (tx) => {
    const row = { contentId, senderId, personId: person.id, emailHash: person.email, createdAt: now }
    const [made] = await tx.insert(recommendations).values(row).returning({ id: recommendations.id })
    const id = made?.id ?? 0
    const notice = { cause: `recommended:${id}`, kind: 'recommended', topic: 'recommendations' as const, person, now }
    await notify(tx, [{ ...notice, about: { recommendation: id } }])
    return id
  })
}

/** An account that chose how it is told of what is recommended to it. */
export async function choosing(database: Database, choice: Choice): Promise<Person> {
  const person = await make.person(database)
  await database.insert(notificationPreferences).values({ personId: person.id, topic: 'recommendations', choice })
  return person
}
