// Who may import what: one line per kind of file, then the storeys of the features. `npm test` runs it on `src`, and on
// planted faults that must turn it red (boundaries.test.ts).

import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser'

/** From the ground up. A feature depends on storeys below its own, never above nor sideways. */
export const storeys = [
  ['territory', 'accounts', 'notifications', 'audit'],
  ['files'],
  ['contents'],
  ['structures'],
  ['services', 'articles', 'resources', 'events', 'pages'],
  ['registrations', 'projects'],
  ['canvas'],
  ['recommendations', 'search', 'directory'],
  ['orientation'],
  ['home', 'personal-space', 'administration', 'privacy', 'public-api'],
]

const KERNEL = '^src/kernel/'
const ADDRESSES = '^src/addresses[.]ts$'
const UI = '^src/ui/'
const PLATFORM = '^src/platform/'
const DATABASE = '^src/platform/database/'
const TEST = '[.]test[.]tsx?$'

/** A file of that kind, whole (`rules.ts`) or split by noun (`rules-of-offers.ts`, `offer-rules.ts`, `rules/offers.ts`). */
const kind = (...names: string[]) => `[a-z0-9-]*(?:${names.join('|')})[a-z0-9-]*(?:[.]tsx?$|/)`
const anyFeature = (...names: string[]) => `^src/features/[^/]+/${kind(...names)}`
const ownFeature = (...names: string[]) => `^src/features/$1/${names.length === 0 ? '' : kind(...names)}`
const eachFeature = (...names: string[]) => `^src/features/([^/]+)/${kind(...names)}`
const packages = (...names: string[]) => `^node_modules/(?:${names.join('|')})/`

const only = (name: string, comment: string, from: string, pathNot: string[]): IForbiddenRuleType => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { pathNot },
})

const never = (
  name: string,
  comment: string,
  from: IForbiddenRuleType['from'],
  path: string[],
): IForbiddenRuleType => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: TEST, ...from },
  to: { path },
})

const kinds: IForbiddenRuleType[] = [
  only('kernel', 'kernel imports kernel alone: no package, no node:', KERNEL, [KERNEL]),
  only('rules', 'rules and access are pure', eachFeature('rules', 'access'), [KERNEL, anyFeature('rules', 'access')]),
  only('texts', 'texts say what the rules decided', eachFeature('texts'), [
    KERNEL,
    ownFeature('rules'),
    anyFeature('texts', 'forms'),
  ]),
  only('forms', 'forms read what was typed', eachFeature('forms'), [
    KERNEL,
    ownFeature('rules'),
    anyFeature('texts', 'forms'),
    packages('zod'),
  ]),
  only('tables', 'tables know other tables only', eachFeature('tables'), [
    KERNEL,
    anyFeature('tables'),
    DATABASE,
    packages('drizzle-orm'),
  ]),
  only('store', 'store writes its own tables', eachFeature('store'), [
    KERNEL,
    ownFeature('tables', 'rules', 'store'),
    DATABASE,
    packages('drizzle-orm'),
  ]),
  only('queries', 'queries read tables for screens', eachFeature('queries'), [
    KERNEL,
    ownFeature('rules', 'access'),
    anyFeature('tables', 'queries'),
    DATABASE,
    packages('drizzle-orm'),
  ]),
  only('actions', 'actions compose verbs, and never write the tables of another', eachFeature('actions'), [
    KERNEL,
    ownFeature(),
    anyFeature('rules', 'access', 'queries', 'actions'),
    PLATFORM,
  ]),
  only('routes', 'routes go from an address to an action', eachFeature('routes', 'jobs'), [
    KERNEL,
    ADDRESSES,
    UI,
    PLATFORM,
    ownFeature(),
    anyFeature('queries', 'actions', 'access'),
    packages('preact'),
  ]),
  only('pages', 'pages, mails and blocks are functions of plain props', eachFeature('pages', 'mails', 'block'), [
    KERNEL,
    ADDRESSES,
    UI,
    anyFeature('pages', 'mails', 'texts', 'rules'),
    packages('preact'),
  ]),
  only('islands', 'islands are for the browser', eachFeature('islands'), [
    KERNEL,
    ownFeature('rules', 'texts', 'islands'),
    packages('leaflet'),
    '[.]css$',
  ]),
  only('ui', 'ui knows no feature and no platform', UI, [KERNEL, ADDRESSES, UI, '^node_modules/', '[.]css$']),
  never('platform', 'platform knows no feature, no screen', { path: PLATFORM }, [
    '^src/(?:features|ui|app|main|addresses)',
  ]),
]

const storeyRules = storeys.map(
  (names, index): IForbiddenRuleType => ({
    name: `storey-${index + 1}`,
    comment: `${names.join(', ')}: only features of lower storeys`,
    severity: 'error',
    from: { path: `^src/features/(${names.join('|')})/`, pathNot: TEST },
    to: {
      path: '^src/features/',
      pathNot: `^src/features/(?:${['$1', ...storeys.slice(0, index).flat()].join('|')})/`,
    },
  }),
)

const house: IForbiddenRuleType[] = [
  never('roof', 'app.ts and main are imported by nothing', { pathNot: ['^src/(?:main/|app[.]ts)', TEST] }, [
    '^src/app[.]ts$',
    '^src/main/',
  ]),
  never('tests', 'the product never imports its tests, benches or scripts', { path: '^src/' }, [
    '^(?:tests|bench|scripts)/',
    TEST,
  ]),
  { name: 'cycles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
]

/** A file in a feature must be of a known kind, and every feature must have its storey: else no rule above would see it. */
export const knownFile = new RegExp(
  `^src/features/(?:${storeys.flat().join('|')})/${kind(
    'rules|access|texts|forms|tables|store|queries|actions|routes|jobs|pages|mails|block|islands|columns',
  )}`,
)

export const forbidden: IForbiddenRuleType[] = [...kinds, ...storeyRules, ...house]

/** Without the swc parser dependency-cruiser reads nothing of TypeScript 7 and finds no fault: the test counts modules. */
export const options: ICruiseOptions = {
  parser: 'swc',
  tsPreCompilationDeps: true,
  doNotFollow: { path: '^node_modules/' },
  enhancedResolveOptions: {
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default'],
  },
}
