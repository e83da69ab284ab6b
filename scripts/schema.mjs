// Writes the first migration again from every tables.ts, then the second from every extra.sql (triggers, text search…).
// Only before the first release: afterwards, `drizzle-kit generate` adds a migration and this file goes.
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

rmSync('migrations', { recursive: true, force: true })
const kit = (...args) => execFileSync('drizzle-kit', ['generate', ...args], { stdio: 'inherit' })
kit('--name=house')
kit('--custom', '--name=guards')
const extra = globSync('src/**/extra.sql').sort()
writeFileSync(
  'migrations/0001_guards.sql',
  extra.map((file) => readFileSync(file, 'utf8').trim()).join('\n--> statement-breakpoint\n'),
)
