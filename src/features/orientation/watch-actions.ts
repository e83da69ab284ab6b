import type { SQL } from 'drizzle-orm'
import type { Actor } from '#features/accounts/actor.ts'
import { notify } from '#features/notifications/actions.ts'
import { hours, type Instant, isoDay } from '#kernel/time'
import { type Database, transact } from '#platform/database/database.ts'
import { countNews, newsOf } from './news-queries.ts'
import { findActor, newestDate, roundsDue } from './saved-queries.ts'
import { takeRound } from './saved-store.ts'

/** Whether a date has seats for a person: registrations know. */
export type FreeSeats = (person: Actor | undefined, now: Instant) => SQL

/** A little less than a day, so that an hourly round comes at the same hour each day. */
const BETWEEN = hours(23)

type Due = Awaited<ReturnType<typeof roundsDue>>[number]

/** Tells those who asked of what is new, once a day at most. Done twice, or by two workers, it tells once. */
export async function tellWhatIsNew(database: Database, now: Instant, freeSeats: FreeSeats): Promise<void> {
  const rounds = await roundsDue(database, now.subtract(BETWEEN))
  for (const due of rounds) await goRound(database, due, { now, freeSeats })
}

async function goRound(database: Database, due: Due, { now, freeSeats }: { now: Instant; freeSeats: FreeSeats }) {
  const person = await findActor(database, due.personId)
  const newest = await newestDate(database)
  const round = { saved: due.criteria, person, since: due.seenUntil, seenDate: due.seenDate, now }
  const news = person && countNews(await newsOf(database, { ...round, freeSeats: freeSeats(person, now) })) > 0
  await transact(database, async (tx) => {
    const isTaken = await takeRound(tx, { id: due.id, seenUntil: due.seenUntil, now, newestDate: newest })
    if (!isTaken || !news || person === undefined) return
    const cause = `orientation-news:${due.id}:${isoDay(now)}`
    const about = { orientation: due.id, since: due.seenUntil.toString(), date: due.seenDate }
    await notify(tx, [{ cause, kind: 'orientation-news', topic: 'orientation', person, about, bulk: true, now }])
  })
}
