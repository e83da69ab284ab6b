import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Geocoder } from '#platform/geocoder/geocoder.ts'
import { IMPORT_DAY, type ImportPlace, openImportPlace } from '#tests/import-place.ts'
import { loadTerritory } from './actions.ts'
import { proposePlace } from './locate-actions.ts'
import { departementsOfRegion, findCommune, resolveCommune, suggestCommunes } from './queries.ts'
import { communeLabel } from './rules.ts'
import { communes } from './tables.ts'

let place: ImportPlace
beforeAll(async () => {
  place = await openImportPlace()
})
afterAll(() => place.close())

const suggested = async (typed: string) => (await suggestCommunes(place.database, typed, 3)).map(communeLabel)
const resolved = async (typed: string) => {
  const answer = await resolveCommune(place.database, typed)
  return answer.kind === 'one' ? communeLabel(answer.commune) : answer.kind
}

test('the 12 départements and the 4,034 communes are loaded, and loading again writes nothing', async () => {
  expect((await departementsOfRegion(place.database)).map(({ code }) => code)).toEqual(
    '01 03 07 15 26 38 42 43 63 69 73 74'.split(' '),
  )
  const state = async () =>
    (
      await place.database.execute(
        sql`select count(*)::int as count, max(xmin::text::bigint)::text as last from communes`,
      )
    ).rows[0]
  const before = await state()
  await loadTerritory(place.database, IMPORT_DAY)
  expect(await state()).toEqual(before)
  expect(before).toMatchObject({ count: 4034 })
  expect(await findCommune(place.database, '42187')).toMatchObject({ name: 'Roanne', departement: '42' })
})

test('communes are suggested by the beginning of their name or of a word, by postal code, the largest first', async () => {
  expect((await suggested('roan'))[0]).toBe('Roanne (42300)')
  expect((await suggested('st etie'))[0]).toBe('Saint-Étienne (42000)')
  expect((await suggested('etienne'))[0]).toBe('Saint-Étienne (42000)')
  expect((await suggested('lyon'))[0]).toBe('Lyon (69001)')
  expect(await suggested('4230')).toContain('Roanne (42300)')
  expect(await suggested('')).toEqual([])
  expect(await suggested('%')).toEqual([])
  expect(await suggested('xyzzy')).toEqual([])
})

test('what the field shows is understood when it comes back, for every commune', async () => {
  const all = await place.database
    .select({ code: communes.code, name: communes.name, postalCodes: communes.postalCodes })
    .from(communes)
  const labels = new Map<string, string>()
  for (const commune of all) {
    expect(labels.get(communeLabel(commune)), communeLabel(commune)).toBeUndefined()
    labels.set(communeLabel(commune), commune.code)
  }
  for (const [label, code] of [...labels].filter((_, rank) => rank % 97 === 0)) {
    expect(await resolveCommune(place.database, label)).toMatchObject({ kind: 'one', commune: { code } })
  }
})

test('a commune that was typed is one, several to choose from, or none', async () => {
  expect(await resolved('roanne')).toBe('Roanne (42300)')
  expect(await resolved('  SAINT ETIENNE ')).toBe('Saint-Étienne (42000)')
  expect(await resolved('42300')).toBe('several')
  expect(await resolved('Saint-Bonnet')).toBe('several')
  expect(await resolved('roann')).toBe('several')
  expect(await resolved('Bordeaux')).toBe('none')
  expect(await resolved('')).toBe('empty')
  expect(await resolved('\0()')).toBe('none')
})

test('the suggestions have an index to use', async () => {
  const lines = await place.database.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`)
    const { rows } = await tx.execute<Record<string, string>>(
      sql`explain select name from communes where search_text like '% roann%'`,
    )
    return rows.map((row) => Object.values(row)[0]).join('\n')
  })
  expect(lines).toContain('communes_search_text')
})

test('EVT-1: an address is located; when the geocoder is down or does not know, the centre of the commune is proposed', async () => {
  const saying = (answer: Awaited<ReturnType<Geocoder['geocode']>>): Geocoder => ({ geocode: async () => answer })
  const address = { street: '12 rue Brison', postalCode: '42300', city: 'Roanne', communeCode: '42187' }
  const propose = (geocoder: Geocoder, more = {}) => proposePlace(place.database, geocoder, { ...address, ...more })
  const point = { latitude: 46.03, longitude: 4.07 }
  const centre = { label: 'Roanne', point: { latitude: expect.closeTo(46.04, 1), longitude: expect.closeTo(4.08, 1) } }
  expect(await propose(saying({ ...point, precision: 'precise', label: 'Là' }))).toEqual({
    kind: 'precise',
    point,
    label: 'Là',
  })
  expect(await propose(saying('down'))).toEqual({ kind: 'down', ...centre })
  expect(await propose(saying(undefined))).toEqual({ kind: 'centre', ...centre })
  expect(await propose(saying('down'), { communeCode: undefined })).toEqual({ kind: 'unknown' })
})
