import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addresses } from '#addresses'
import { TRANSITIONS } from '#features/contents/moderation.ts'
import { columns } from '#features/privacy/columns.ts'
import { featuresOf, mentionsIn, readSources } from '../../../scripts/feature-table.ts'
import { freshDatabase } from '../../database.ts'
import { cruiseSources } from '../cruise.ts'
import { featurePage } from './feature-page.ts'
import { addressPage, settingsTable, withPart } from './lists.ts'
import { mapOf } from './map.ts'
import { moderationPage } from './moderation-page.ts'
import { licencesOf, packagesFile } from './packages.ts'
import { readSchema, schemaPage } from './schema.ts'

// Out of date? `npm run docs` writes them again.

test('MAP.md tells the rooms and the imports of today', async () => {
  const { modules } = await cruiseSources('.')
  await expect(mapOf(modules)).toMatchFileSnapshot('../../../MAP.md')
})

test('docs/schema.md tells the tables of a migrated database', async () => {
  const { url, drop } = await freshDatabase()
  const facts = await readSchema(url).finally(drop)
  const page = schemaPage(facts, (table, column) => columns[table]?.[column]?.purpose ?? '')
  await expect(page).toMatchFileSnapshot('../../../docs/schema.md')
})

test('docs/addresses.md tells every address of the product', async () => {
  await expect(addressPage(addresses)).toMatchFileSnapshot('../../../docs/addresses.md')
})

test('docs/how/moderation.md tells the table that the code obeys', async () => {
  await expect(moderationPage(TRANSITIONS)).toMatchFileSnapshot('../../../docs/how/moderation.md')
})

test('docs/feature-ids.md tells where each feature is decided and proven', async () => {
  const features = featuresOf(readFileSync('docs/features.md', 'utf8'))
  await expect(featurePage(features, mentionsIn(readSources()))).toMatchFileSnapshot('../../../docs/feature-ids.md')
})

test('the README’s table of settings is the one that the program reads', async () => {
  const readme = readFileSync('README.md', 'utf8')
  await expect(withPart(readme, 'settings', settingsTable())).toMatchFileSnapshot('../../../README.md')
})

test('« Sources et licences » names every package of package.json with its licence', async () => {
  const file = '../../../src/features/pages/pages/packages.ts'
  await expect(packagesFile(licencesOf('.'))).toMatchFileSnapshot(file)
})

test('a planted package is listed, one without licence is refused', async () => {
  const root = await mkdtemp(join(tmpdir(), 'packages-'))
  const install = async (name: string, license?: string) => {
    await mkdir(join(root, 'node_modules', name), { recursive: true })
    await writeFile(join(root, 'node_modules', name, 'package.json'), JSON.stringify({ name, license }))
  }
  await writeFile(join(root, 'package.json'), JSON.stringify({ dependencies: { 'b-new': '1', 'a-old': '1' } }))
  await install('a-old', 'MIT')
  await install('b-new', 'ISC')
  expect(licencesOf(root)).toEqual([
    { name: 'a-old', licence: 'MIT' },
    { name: 'b-new', licence: 'ISC' },
  ])
  await install('b-new')
  expect(() => licencesOf(root)).toThrow('b-new names no licence')
  await rm(root, { recursive: true })
})
