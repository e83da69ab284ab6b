// `npm run features`: each feature of docs/features.md, the files that hold its rule, the tests that prove it.

import { readFileSync } from 'node:fs'
import { featuresOf, mentionsIn, readSources } from './feature-table.ts'

const features = featuresOf(readFileSync('docs/features.md', 'utf8'))
const mentions = mentionsIn(readSources())
const wanted = process.argv.slice(2)
let proven = 0

for (const { id, says } of features) {
  const { rules, tests } = mentions.get(id) ?? { rules: [], tests: [] }
  if (tests.length > 0) proven++
  if (wanted.length > 0 && !wanted.some((start) => id.startsWith(start))) continue
  const plain = says.replaceAll('**', '')
  console.log(`\n${id}  ${plain.length > 100 ? `${plain.slice(0, 99)}…` : plain}`)
  for (const path of rules) console.log(`  rule  ${path}`)
  for (const title of tests) console.log(`  test  ${title}`)
  if (rules.length + tests.length === 0) console.log('  not yet')
}
console.log(`\n${proven} of ${features.length} features have a test that names them`)
