// Who may import what: one line per kind of file, then the storeys of the features. `npm test` runs it on `src`, and on
// planted faults that must turn it red (boundaries.test.ts).

import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser'
import { ACTOR, storeyRules, storeys } from './storeys.ts'

const KERNEL = '^src/kernel/'
const ADDRESSES = '^src/addresses[.]ts$'
const UI = '^src/ui/'
const PLATFORM = '^src/platform/'
const DATABASE = '^src/platform/database/'
const TEST = '[.]test[.]tsx?$'

const OTHER_KINDS =
  'actor|texts|forms|filters|tables|store|queries|actions|announcements|limits|cards|calendar|slots|routes|jobs|block|mails|columns'

/** A file of that kind, alone (`store.ts`), split by noun (`store-of-dates.ts`, `date-store.ts`), or a folder of them. */
const kind = (...names: string[]) => `[a-z0-9-]*(?:${names.join('|')})[a-z0-9-]*(?:[.]tsx?$|/)`
/** `rules.ts`, `access.ts`, and any file named after a noun (`places.ts`): pure. */
const pure = (feature: string) => `^src/features/${feature}/(?![a-z0-9-]*(?:${OTHER_KINDS}))[a-z0-9-]+[.]ts$`
const ANY_PURE = pure('[^/]+')
const OWN_PURE = pure('$1')
const anyFeature = (...names: string[]) => `^src/features/[^/]+/${kind(...names)}`
const ownFeature = (...names: string[]) => `^src/features/$1/${names.length === 0 ? '' : kind(...names)}`
const eachFeature = (...names: string[]) => `^src/features/([^/]+)/${kind(...names)}`
const packages = (...names: string[]) => `^node_modules/(?:${names.join('|')})/`

/** Walls between the files of a feature are for what runs: a type may pass, so that a page names the shape it shows. */
const only = (name: string, comment: string, from: string, pathNot: string[]): IForbiddenRuleType => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { pathNot, dependencyTypesNot: ['type-only'] },
})

/** The same where a type may not pass either. */
const onlyEven = (...rule: Parameters<typeof only>): IForbiddenRuleType => ({
  ...only(...rule),
  to: { pathNot: rule[3] },
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
  onlyEven('kernel', 'kernel imports kernel alone: no package, no node:', KERNEL, [KERNEL]),
  only('rules', 'rules, access and nouns are pure', pure('([^/]+)'), [KERNEL, ACTOR, ANY_PURE]),
  only('actor', 'who acts, and the type of the site that serves him', ACTOR, [KERNEL, '^src/platform/http/']),
  only('texts', 'texts say what the rules decided', eachFeature('texts'), [
    KERNEL,
    OWN_PURE,
    anyFeature('texts', 'forms'),
  ]),
  only('forms', 'forms read what was typed', eachFeature('forms', 'filters'), [
    '^src/platform/http/fields[.]ts$',
    KERNEL,
    ANY_PURE,
    ACTOR,
    anyFeature('texts', 'forms'),
    packages('zod'),
  ]),
  only('tables', 'tables know other tables, and the states that their rules name', eachFeature('tables'), [
    KERNEL,
    OWN_PURE,
    anyFeature('tables'),
    ACTOR,
    DATABASE,
    packages('drizzle-orm'),
  ]),
  only('store', 'store writes its own tables', eachFeature('store'), [
    KERNEL,
    ownFeature('tables', 'store'),
    OWN_PURE,
    ACTOR,
    DATABASE,
    packages('drizzle-orm'),
  ]),
  only('queries', 'queries read tables for screens', eachFeature('queries'), [
    KERNEL,
    OWN_PURE,
    ACTOR,
    '^src/features/[^/]+/access[.]ts$',
    anyFeature('tables', 'queries'),
    ownFeature('filters'),
    DATABASE,
    packages('drizzle-orm'),
  ]),
  only(
    'actions',
    'actions compose verbs, and never write the tables of another',
    eachFeature('actions', 'announcements', 'limits'),
    [KERNEL, ownFeature(), ANY_PURE, ACTOR, anyFeature('queries', 'actions'), PLATFORM],
  ),
  only('routes', 'routes go from an address to an action', eachFeature('routes', 'jobs'), [
    KERNEL,
    ADDRESSES,
    UI,
    PLATFORM,
    ownFeature(),
    ANY_PURE,
    ACTOR,
    anyFeature('queries', 'actions', 'cards', 'routes', 'pages', 'texts', 'forms'),
    packages('preact'),
  ]),
  only('pages', 'pages and mails are functions of plain props', eachFeature('pages/', 'mails/'), [
    KERNEL,
    ADDRESSES,
    UI,
    ANY_PURE,
    anyFeature('pages', 'mails', 'texts', 'filters'),
    '^src/platform/mail/mail-content[.]ts$',
    packages('preact'),
  ]),
  only(
    'readers',
    'blocks and mails read by queries of their own and below, and show',
    '^src/features/([^/]+)/(?:block[a-z0-9-]*|mails)[.]tsx?$',
    [
      KERNEL,
      ADDRESSES,
      UI,
      ANY_PURE,
      ownFeature('block', 'cards', 'announcements'),
      anyFeature('queries', 'mails', 'pages', 'texts', 'calendar'),
      '^src/platform/mail/mail-content[.]ts$',
      packages('preact'),
    ],
  ),
  only('calendar', 'calendars are texts of a known form', '^src/features/([^/]+)/calendar[.]ts$', [
    KERNEL,
    ADDRESSES,
    ANY_PURE,
    anyFeature('calendar', 'texts'),
    packages('ical-generator'),
  ]),
  only('cards', 'cards turn rows into the props of a card', eachFeature('cards'), [
    KERNEL,
    ADDRESSES,
    UI,
    ANY_PURE,
    ownFeature('queries'),
    anyFeature('texts', 'cards'),
  ]),
  only('slots', 'slots say what a higher feature may hand over: types alone', eachFeature('slots'), [KERNEL]),
  only('islands', 'islands are for the browser', eachFeature('islands'), [
    KERNEL,
    OWN_PURE,
    ownFeature('texts', 'islands'),
    packages('leaflet'),
    '[.]css$',
  ]),
  onlyEven('ui', 'ui knows no feature and no platform', UI, [KERNEL, ADDRESSES, UI, '^node_modules/', '[.]css$']),
  never('platform', 'platform knows no feature, no screen', { path: PLATFORM }, ['^src/(?:features|ui|app|demo|main)']),
  never('router', 'in platform, http alone reads addresses', { path: PLATFORM, pathNot: '^src/platform/http/' }, [
    ADDRESSES,
  ]),
]

const house: IForbiddenRuleType[] = [
  never(
    'roof',
    'app.ts and main are imported by nothing',
    { pathNot: ['^src/(?:main/|app[.]ts|app/|demo/)', TEST, '^(?:tests|bench)/'] },
    ['^src/(?:app|demo)/', '^src/app[.]ts$', '^src/main/'],
  ),
  never('tests', 'the product never imports its tests, benches or scripts', { path: '^src/' }, [
    '^(?:tests|bench|scripts)/',
    TEST,
  ]),
  { name: 'cycles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'resolves', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
]

/** A file that a rule sees: of a kind above or pure, in a feature that has its storey. */
export const knownFile = new RegExp(
  `^src/features/(?:${storeys.flat().join('|')})/(?:[a-z0-9-]+[.]ts|routes[a-z-]*[.]tsx|block[a-z-]*[.]tsx|(?:pages|mails|islands|rules)/.+)$`,
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
