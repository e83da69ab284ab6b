import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Role } from '#features/accounts/actor.ts'
import { type Database, openDatabase, WEB_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { type FreshDatabase, freshDatabase } from '#tests/database.ts'
import { make, NOW } from '#tests/make.ts'
import { type ContentRights, mayJudgeContent, mayRead } from './access.ts'
import { judgedBy, listedFor, rightsColumns, visibleTo } from './queries.ts'
import { CONTENT_STATES, contentAuthors, contentDepartements, contents } from './tables.ts'

const now = Temporal.Instant.from(NOW)
const STRUCTURE = 7
const READERS: (Role[] | null)[] = [
  null,
  [],
  ['creator'],
  ['professional'],
  ['reader', 'animator'],
  ['creator', 'professional'],
]

let fresh: FreshDatabase
let database: Database
let person: number

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase(fresh.url, WEB_LIMITS, createLog('silent'))
  person = (await make.person(database)).id
  await makeEveryContent()
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

/** One row for each state × access × readers × author × structure × département. */
async function makeEveryContent(): Promise<void> {
  const choices = CONTENT_STATES.flatMap((state) =>
    (['public', 'pro'] as const).flatMap((access) =>
      READERS.filter((readers) => readers === null || access === 'pro').flatMap((readers) =>
        [true, false].flatMap((authored) =>
          [null, STRUCTURE, STRUCTURE + 1].flatMap((structureId) =>
            [[], ['69'], ['69', '74']].map((where) => ({ state, access, readers, authored, structureId, where })),
          ),
        ),
      ),
    ),
  )
  const text = {
    kind: 'event' as const,
    title: 'T',
    slug: 't',
    createdAt: now,
    updatedAt: now,
    publishedAt: now,
    submittedAt: now,
  }
  const rows = choices.map(({ state, access, readers, structureId }) => ({
    ...text,
    state,
    access,
    readers,
    structureId,
  }))
  const made = await database.insert(contents).values(rows).returning({ id: contents.id })
  const placed = made.map(({ id: contentId }, index) => ({ contentId, ...choices[index] }))
  const authors = placed.filter(({ authored }) => authored)
  await database
    .insert(contentAuthors)
    .values(authors.map(({ contentId }) => ({ contentId, personId: person, since: now })))
  const departements = placed.flatMap(({ contentId, where = [] }) =>
    where.map((departement) => ({ contentId, departement })),
  )
  await database.insert(contentDepartements).values(departements)
}

const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  ...{ id: -1, name: 'Zoé', email: 'zoe@exemple.test', role, departements: [], structures: [] },
  ...more,
})

const ROLES = ['creator', 'professional', 'reader', 'animator', 'administrator'] as const

function everyReader(): (Actor | undefined)[] {
  const ways: Partial<Actor>[] = [
    {},
    { structures: [STRUCTURE] },
    { departements: ['69'] },
    { departements: ['74', '38'] },
  ]
  const own = ROLES.map((role) => actor(role, { id: person, structures: [STRUCTURE], departements: ['69'] }))
  return [undefined, ...ROLES.flatMap((role) => ways.map((way) => actor(role, way))), ...own]
}

type Row = ContentRights & { visible: boolean; judged: boolean; listed: boolean }

function rowsFor(reader: Actor | undefined): Promise<Row[]> {
  const is = (condition: ReturnType<typeof visibleTo>) => sql<boolean>`(${condition}) is true`
  return database
    .select({
      ...rightsColumns,
      visible: is(visibleTo(reader)),
      judged: is(judgedBy(reader)),
      listed: is(listedFor(reader)),
    })
    .from(contents)
}

const describeReader = (reader: Actor | undefined) =>
  reader === undefined ? 'anonymous' : `${reader.role} ${reader.id} [${reader.structures}] [${reader.departements}]`

describe('the rights in SQL and in words say the same of every content, for everyone', () => {
  test('R14: who reads it', async () => {
    let compared = 0
    for (const reader of everyReader()) {
      const rows = await rowsFor(reader)
      const wrong = rows.filter((row) => row.visible !== (mayRead(row, reader) === 'yes'))
      expect(wrong.slice(0, 3), describeReader(reader)).toEqual([])
      compared += rows.length
    }
    expect(compared).toBeGreaterThan(20_000)
  })

  test('R14: who judges it', async () => {
    for (const reader of everyReader()) {
      const wrong = (await rowsFor(reader)).filter((row) => row.judged !== mayJudgeContent(row, reader))
      expect(wrong.slice(0, 3), describeReader(reader)).toEqual([])
    }
  })

  test('R14: lists show published contents alone, and none that may not be read', async () => {
    for (const reader of everyReader()) {
      const listed = (await rowsFor(reader)).filter((row) => row.listed)
      const wrong = listed.filter((row) => row.state !== 'published' || mayRead(row, reader) !== 'yes')
      expect(wrong.slice(0, 3), describeReader(reader)).toEqual([])
      expect(listed.length).toBeGreaterThan(0)
    }
  })

  test('R14: the rights of another person are not the same, so the tests above can fail', async () => {
    const rows = await rowsFor(actor('creator'))
    expect(rows.filter((row) => row.visible !== (mayRead(row, actor('reader')) === 'yes')).length).toBeGreaterThan(0)
  })
})
