import pg from 'pg'
import { type Criteria, NO_CRITERIA } from '#features/orientation/criteria.ts'
import { answersFor } from '#features/orientation/find-queries.ts'
import { hasFreeSeats } from '#features/registrations/seat-queries.ts'
import { systemClock } from '#platform/clock.ts'
import { type Database, openDatabase, WORKER_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { fillSearchIndex, makeDatabase } from './sites.ts'
import { atMost, type Line, quantile, short } from './table.ts'

const log = createLog('error')
/** As many structures as the sources of the region hold and four times their services, on both sides: dates grow. */
const SHEETS = { structures: 3000, services: 9000, members: 10 }
const FEW = { ...SHEETS, dates: 1000, registrations: 1000 }
const MANY = { ...SHEETS, dates: 100_000, registrations: 100_000 }
const MOST_MS = 50
/** Beside these, the page reads its commune and the seats of the dates it shows. */
const MOST_STATEMENTS = 3
const ROUNDS = 20

async function makeOriented(server: string, name: string, size: typeof FEW): Promise<string> {
  const { url } = await makeDatabase(server, name, size)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await fillSearchIndex(client)
  } finally {
    await client.end()
  }
  return url
}

const roanne = { code: '42187', name: 'Roanne', departement: '42', latitude: 46.045, longitude: 4.079 }
const lyon = { code: '69123', name: 'Lyon', departement: '69', latitude: 45.758, longitude: 4.835 }

type Asked = { criteria: Criteria; place: typeof roanne | undefined }

const asked = (criteria: Partial<Criteria>, place?: typeof roanne): Asked => ({
  criteria: { ...NO_CRITERIA, ...criteria },
  place,
})

/** As people answer: hardly anything, a place, a whole project, and what few dates answer. */
const ORIENTATIONS: Record<string, Asked> = {
  'nothing said': asked({}),
  'a place': asked({}, lyon),
  'a bakery at Roanne': asked({ needs: ['financer'], activity: 'boulangerie', stage: 'launch' }, roanne),
  'four needs': asked({ needs: ['comprendre', 'construire', 'financer', 'se-former'] }, lyon),
  'a need that few events answer': asked({ needs: ['rebondir'], period: 'trimestre' }, roanne),
  'everything said': asked(
    {
      ...{ needs: ['construire', 'statut'], stage: 'idea', size: 'alone', situations: ['demandeur-emploi', 'femme'] },
      ...{ free: true, period: 'mois', moment: 'soir', activity: 'coiffure', remote: 'yes' },
    },
    roanne,
  ),
}

const orientationOf =
  ({ criteria, place }: Asked) =>
  (database: Database) => {
    const now = systemClock.now()
    return answersFor(database, { criteria, place, now, person: undefined, freeSeats: hasFreeSeats(undefined, now) })
  }

type Run = (database: Database) => Promise<unknown>

/** What reads and weighs the answers of an orientation, on a thousand dates and on a hundred thousand. */
export async function measureOrientation(server: string): Promise<Line[]> {
  const few = openDatabase(await makeOriented(server, 'bench_orientation_few', FEW), WORKER_LIMITS, log)
  const many = openDatabase(await makeOriented(server, 'bench_orientation_many', MANY), WORKER_LIMITS, log)
  const lines: Line[] = []
  for (const [name, one] of Object.entries(ORIENTATIONS)) {
    const run = orientationOf(one)
    const [small, large] = await measured([few, many], run)
    const growth = atMost(`${name}: p50, 100,000 / 1,000`, large.p50 / small.p50, 2, '×')
    lines.push(
      atMost(`${name}: p95 on 100,000`, large.p95, MOST_MS, 'ms'),
      { ...growth, figure: `${growth.figure} (${short(small.p50)} → ${short(large.p50)} ms)` },
      atMost(`${name}: SQL statements`, large.statements, MOST_STATEMENTS, ''),
    )
  }
  await Promise.all([few.close(), many.close()])
  return lines
}

type Measured = { p50: number; p95: number; statements: number }

/** Turn by turn, so that a busy moment of the machine slows both. */
async function measured(databases: readonly [Database, Database], run: Run): Promise<[Measured, Measured]> {
  const times: [number[], number[]] = [[], []]
  const statements: [number, number] = [0, 0]
  for (let round = -3; round < ROUNDS; round++) {
    for (const which of [0, 1] as const) {
      const database = databases[which]
      const [before, from] = [database.statements(), performance.now()]
      await run(database)
      statements[which] = database.statements() - before
      if (round >= 0) times[which].push(performance.now() - from)
    }
  }
  const told = (which: 0 | 1): Measured => ({
    p50: quantile(times[which], 0.5),
    p95: quantile(times[which], 0.95),
    statements: statements[which],
  })
  return [told(0), told(1)]
}
