import { readFileSync } from 'node:fs'
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
