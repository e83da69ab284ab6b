import { globSync, readFileSync } from 'node:fs'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { contentRevisions } from '#features/contents/revision-tables.ts'
import { contents } from '#features/contents/tables.ts'
import { rawComparisons } from './raw-columns.ts'

test('no column compares two tables by hand in a subquery: their names would be dropped', () => {
  const files = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file))
  expect(files.length).toBeGreaterThan(300)
  expect(files.flatMap((file) => rawComparisons(file, readFileSync(file, 'utf8')))).toEqual([])
})

/** A template of a planted source, where `§{` stands for its places. */
const places = (source: string): string => source.replaceAll('§', '$')

const PLANTED = [
  'const count = sql<number>`(select count(*) from §{replies}\n  where §{replies.topicId} = §{topics.id})`',
  'const names = sql`coalesce((select json_agg(§{people.name}) from §{people} where §{people.id} = §{topics.by}), null)`',
  'const all = sql<string[]>`array(select §{a.x} from §{a} join §{b} on §{eq(b.id, a.id)} where §{a.y} > §{b.z})`',
]

test.each(PLANTED)('a planted one is found: %s', (source) => {
  expect(rawComparisons('planted.ts', places(source))).toHaveLength(1)
})

test('the line is that of the comparison', () => {
  expect(rawComparisons('planted.ts', places(PLANTED[0] ?? ''))).toEqual([
    { file: 'planted.ts', line: 2, text: places('§{replies.topicId} = §{topics.id}') },
  ])
})

test.each([
  'sql`(select count(*) from §{replies} where §{eq(replies.topicId, topics.id)})`',
  'sql`exists (select 1 from §{replies} where §{replies.topicId} = §{topics.id})`',
  'sql`(select 1 from §{replies} where §{replies.seenAt} > §{replies.sentAt})`',
  'sql`§{replies.topicId} = §{topics.id}`',
])('what keeps its names is left alone: %s', (source) => {
  expect(rawComparisons('planted.ts', places(source))).toEqual([])
})

test('drizzle still drops them: the day it no longer does, this guard may go', async () => {
  const { drizzle } = await import('drizzle-orm/node-postgres')
  const database = drizzle.mock()
  const bare = sql`(select 1 from ${contentRevisions} where ${contentRevisions.contentId} = ${contents.id})`
  const kept = sql`(select 1 from ${contentRevisions} where ${eq(contentRevisions.contentId, contents.id)})`
  const [before, after] = [bare, kept].map((column) => database.select({ column }).from(contents).toSQL().sql)
  expect(before).toContain('where "content_id" = "id"')
  expect(after).toContain('where "content_revisions"."content_id" = "contents"."id"')
})
