import type { IForbiddenRuleType } from 'dependency-cruiser'

/** From the ground up. A feature depends on storeys below its own, never above nor sideways. */
export const storeys = [
  ['territory', 'accounts', 'audit'],
  ['files', 'drafts', 'notifications'],
  ['contents'],
  ['structures'],
  ['services', 'articles', 'resources', 'events', 'pages'],
  ['registrations', 'projects'],
  ['canvas'],
  ['recommendations', 'search', 'directory', 'favourites'],
  ['orientation'],
  ['home', 'personal-space', 'administration', 'privacy', 'public-api'],
]

/** On the ground floor, what accounts are made of. */
const BESIDE: Record<string, string[]> = { accounts: ['territory', 'audit'] }

const TEST = '[.]test[.]tsx?$'
const TABLES = '/[a-z0-9-]*tables[a-z0-9-]*[.]ts$'

/** Who acts: a type that every floor speaks of. */
export const ACTOR = '^src/features/accounts/actor[.]ts$'

const among = (features: readonly string[], files = '/') => `^src/features/(?:${features.join('|')})${files}`

function rulesOf(feature: string, floor: number): IForbiddenRuleType[] {
  const below = [feature, ...(BESIDE[feature] ?? []), ...storeys.slice(0, floor).flat()]
  const rule = (suffix: string, from: IForbiddenRuleType['from'], allowed: string[]): IForbiddenRuleType => ({
    name: `storey-${floor + 1}${suffix}`,
    comment: `${feature} leans on lower storeys`,
    severity: 'error',
    from,
    to: { path: '^src/features/', pathNot: [among(below), ACTOR, ...allowed] },
  })
  return [
    rule('', { path: among([feature]), pathNot: [TEST, TABLES] }, []),
    // A foreign key may go to a neighbour of the same storey.
    rule('-tables', { path: among([feature], TABLES) }, [among(storeys[floor] ?? [], TABLES)]),
  ]
}

export const storeyRules = storeys.flatMap((features, floor) => features.flatMap((feature) => rulesOf(feature, floor)))
