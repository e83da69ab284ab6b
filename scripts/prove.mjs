// The long proofs: the same tests as in `npm test`, with all their rounds, and the table of what they reached.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, env, exit } from 'node:process'
import { runNode } from './child.mjs'
import { findChromium } from './chromium.mjs'

const folder = await mkdtemp(join(tmpdir(), 'jcdmr-proofs-'))
const table = join(folder, 'table')
const hours = String(4 * 3600 * 1000)
const which = argv.length > 2 ? argv.slice(2) : ['tests/proofs', 'tests/journeys/pages.test.ts']
const args = ['run', '--testTimeout', hours, '--hookTimeout', hours, ...which]
const more = { PROOF: 'whole', PROOF_TABLE: table, CHROMIUM: env.CHROMIUM ?? (await findChromium()) }
const code = await runNode(['node_modules/vitest/vitest.mjs', ...args], more)
const rows = (await readFile(table, 'utf8').catch(() => ''))
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column].length)))
for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column])).join('  '))
await rm(folder, { recursive: true })
exit(code)
