import { expect, test } from 'vitest'
import { knownFile } from './boundary-rules.ts'
import { cruiseSources, inPlantedProject } from './cruise.ts'
import { sourceFiles } from './sources.ts'

const PACKAGES = ['zod', 'preact', 'drizzle-orm', 'leaflet', 'pg']

/** [rule that must turn red, importing file, imported file or package] */
const FAULTS = [
  ['kernel', 'src/kernel/time.ts', 'zod'],
  ['kernel', 'src/kernel/csv.ts', 'node:fs'],
  ['kernel', 'src/kernel/french.ts', 'src/platform/log.ts'],
  ['rules', 'src/features/events/rules.ts', 'src/features/events/tables.ts'],
  ['rules', 'src/features/events/access.ts', 'src/platform/database/database.ts'],
  ['rules', 'src/features/events/rules-of-dates.ts', 'node:crypto'],
  ['texts', 'src/features/events/texts.ts', 'src/features/contents/rules.ts'],
  ['forms', 'src/features/events/forms.ts', 'src/features/events/queries.ts'],
  ['tables', 'src/features/events/tables.ts', 'src/features/events/store.ts'],
  ['store', 'src/features/events/store.ts', 'src/features/contents/tables.ts'],
  ['queries', 'src/features/events/queries.ts', 'src/features/contents/store.ts'],
  ['actions', 'src/features/events/actions.ts', 'src/features/contents/store.ts'],
  ['actions', 'src/features/events/actions.ts', 'src/ui/form.tsx'],
  ['routes', 'src/features/events/routes.tsx', 'src/features/contents/tables.ts'],
  ['routes', 'src/features/events/jobs.ts', 'src/features/contents/store.ts'],
  ['pages', 'src/features/events/pages/event-page.tsx', 'src/features/events/queries.ts'],
  ['pages', 'src/features/events/mails/date-moved.tsx', 'src/platform/database/database.ts'],
  ['readers', 'src/features/events/block.tsx', 'src/features/events/store.ts'],
  ['readers', 'src/features/events/mails.ts', 'src/features/events/actions.ts'],
  ['calendar', 'src/features/events/calendar.ts', 'src/features/events/queries.ts'],
  ['cards', 'src/features/events/cards.ts', 'src/features/events/store.ts'],
  ['slots', 'src/features/events/slots.ts', 'src/features/events/actions.ts'],
  ['islands', 'src/features/events/islands/map.ts', 'src/features/events/forms.ts'],
  ['ui', 'src/ui/field.tsx', 'src/features/events/rules.ts'],
  ['ui', 'src/ui/table.tsx', 'src/platform/log.ts'],
  ['platform', 'src/platform/mail/send.ts', 'src/features/events/rules.ts'],
  ['platform', 'src/platform/http/server.ts', 'src/ui/form.tsx'],
  ['router', 'src/platform/mail/send.ts', 'src/addresses.ts'],
  ['actor', 'src/features/accounts/actor.ts', 'src/platform/database/database.ts'],
  ['rules', 'src/features/registrations/places.ts', 'src/features/events/tables.ts'],
  ['storey-1', 'src/features/accounts/rules.ts', 'src/features/events/rules.ts'],
  ['storey-1', 'src/features/audit/actions.ts', 'src/features/accounts/queries.ts'],
  ['storey-3-tables', 'src/features/contents/tables.ts', 'src/features/events/tables.ts'],
  ['storey-3', 'src/features/contents/queries.ts', 'src/features/events/tables.ts'],
  ['storey-5', 'src/features/events/queries.ts', 'src/features/services/tables.ts'],
  ['storey-6', 'src/features/registrations/actions.ts', 'src/features/projects/actions.ts'],
  ['roof', 'src/platform/log.ts', 'src/app.ts'],
  ['roof', 'src/features/home/routes.tsx', 'src/main/web.ts'],
  ['tests', 'src/features/events/actions.ts', 'tests/make.ts'],
  ['tests', 'src/kernel/slug.ts', 'src/kernel/time.test.ts'],
  ['cycles', 'src/features/events/store-of-dates.ts', 'src/features/events/store.ts'],
  ['resolves', 'src/features/events/actions.ts', 'src/features/events/gone.ts'],
] as const

/** What the same rules must let through. */
const ALLOWED = [
  ['src/kernel/french-dates.ts', 'src/kernel/time.ts'],
  ['src/features/registrations/rules.ts', 'src/features/events/places.ts'],
  ['src/features/accounts/actions.ts', 'src/features/audit/actions.ts'],
  ['src/features/audit/actions.ts', 'src/features/accounts/actor.ts'],
  ['src/features/notifications/tables.ts', 'src/features/accounts/tables.ts'],
  ['src/features/registrations/forms.ts', 'zod'],
  ['src/features/registrations/queries.ts', 'src/features/events/tables.ts'],
  ['src/features/registrations/actions.ts', 'src/features/registrations/store.ts'],
  ['src/features/registrations/routes.tsx', 'src/features/registrations/actions.ts'],
  ['src/features/registrations/pages/list-page.tsx', 'src/ui/field.tsx'],
  ['src/features/registrations/rules.test.ts', 'src/features/registrations/store.ts'],
  ['src/app.ts', 'src/features/registrations/routes.tsx'],
] as const

function importOf(target: string): string {
  const kernel = /^src\/kernel\/(.+)[.]ts$/.exec(target)?.[1]
  if (kernel !== undefined) return `#kernel/${kernel}`
  if (target === 'src/app.ts' || target === 'src/addresses.ts') return `#${target.slice(4, -3)}`
  if (target.startsWith('src/main/')) return `../../${target.slice(4)}`
  return target.replace(/^src\//, '#').replace(/^tests\//, '#tests/')
}

function planted(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const files: Record<string, string> = {}
  for (const [, target] of pairs) if (target.includes('/') && !target.includes('gone')) files[target] = ''
  for (const [from, target] of pairs) {
    files[from] = `${files[from] ?? ''}import { part } from '${importOf(target)}'\n`
    if (from.endsWith('x')) files[from] += 'export const View = () => <p>{part}</p>\n'
  }
  return files
}

test('every import of the sources goes where the house lets it go', async () => {
  const { modules, violations } = await cruiseSources('.')
  expect(violations).toEqual([])
  const read = modules.map(({ path }) => path).filter((path) => /[.]tsx?$/.test(path))
  expect(read.sort()).toEqual(sourceFiles())
  expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(modules.length)
})

test('every file of a feature is of a known kind, so that a rule sees it', async () => {
  const { modules } = await cruiseSources('.')
  const unknown = modules
    .map(({ path }) => path)
    .filter((path) => path.startsWith('src/features/') && !/[.]test[.]tsx?$/.test(path) && !knownFile.test(path))
  expect(unknown).toEqual([])
})

test('each planted import turns its rule red', async () => {
  const back = ['src/features/events/store.ts', 'src/features/events/store-of-dates.ts'] as const
  const files = planted([...FAULTS.map(([, from, to]) => [from, to] as const), back])
  const { violations } = await inPlantedProject(files, PACKAGES, cruiseSources)
  const missed = FAULTS.filter(
    ([rule, from]) => !violations.some((violation) => violation.rule === rule && violation.from === from),
  )
  expect(missed).toEqual([])
})

test('a type passes between the files of a feature, and never up a storey nor out of the kernel', async () => {
  const type = (target: string) => `import type { Part } from '${importOf(target)}'\n`
  const files = {
    'src/features/events/queries.ts': '',
    'src/features/home/rules.ts': '',
    'src/features/events/pages/event-page.tsx': type('src/features/events/queries.ts'),
    'src/features/events/rules.ts': type('src/features/home/rules.ts'),
    'src/kernel/time.ts': type('src/features/home/rules.ts'),
  }
  const { violations } = await inPlantedProject(files, PACKAGES, cruiseSources)
  expect(violations.map(({ rule }) => rule).sort()).toEqual(['kernel', 'storey-5'])
})

test('the rules let through what the house allows', async () => {
  const { modules, violations } = await inPlantedProject(planted(ALLOWED), PACKAGES, cruiseSources)
  expect(violations).toEqual([])
  expect(modules.length).toBeGreaterThan(ALLOWED.length)
})
