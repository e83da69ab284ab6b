import { addresses } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { departementNames, departementsOfRegion, resolveCommune } from '#features/territory/queries.ts'
import { SECTOR_OPTIONS } from '#features/territory/sectors.ts'
import { type Answer, page } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { soughtWords } from './highlight.ts'
import { PAGE_SIZE, readSearchQuery, type SearchQuery } from './listing-rules.ts'
import { SearchPage } from './pages/search-page.tsx'
import { SearchStartPage } from './pages/start-page.tsx'
import { type Answered, answerQuestion, type SearchPlace } from './question-queries.ts'
import { resultOf } from './results.ts'
import { suggestionRoutes } from './routes-suggestions.ts'
import { ideasOf } from './words.ts'

const DESCRIPTION = 'Structures, services, évènements, articles et ressources pour créer son entreprise.'
const OPTIONS = { description: DESCRIPTION, robots: 'noindex, follow' } as const

/** « Recherche » (SEA-1): never kept in memory, since nothing says which content it was made of. */
export function searchRoutes(site: WebSite, parts: Parts): void {
  suggestionRoutes(site, parts)
  site.get(addresses.search, (visit) => searchAnswer(visit, parts))
}

const isAsked = ({ q, kind, departement, near, sector }: SearchQuery): boolean =>
  [q, kind, departement, near, sector].some((asked) => asked !== '')

async function searchAnswer(visit: WebVisit, { database }: Parts): Promise<Answer> {
  const query = readSearchQuery((name) => visit.query.get(name))
  if (!isAsked(query)) {
    return page('Recherche', <SearchStartPage query={query} />, OPTIONS)
  }
  const commune = await resolveCommune(database, query.near)
  const answered = await answerQuestion(database, visit.actor, {
    typed: query.q,
    exact: query.exact,
    place: commune.kind === 'one' ? placeOf(commune.commune) : undefined,
    filters: filtersOf(query),
    limit: PAGE_SIZE,
    offset: (query.page - 1) * PAGE_SIZE,
    now: visit.now,
  })
  const props = {
    ...{ query, commune, answered, url: visit.url },
    results: resultsOf(answered),
    departements: await departementNames(database),
    regionDepartements: (await departementsOfRegion(database)).map(({ code }) => code),
    sectors: SECTOR_OPTIONS.map(({ value }) => value),
  }
  const islands = ['live-results', 'commune']
  return page(query.q === '' ? 'Recherche' : `${query.q} – Recherche`, <SearchPage {...props} />, {
    ...OPTIONS,
    islands,
  })
}

const placeOf = ({ name, departement, latitude, longitude }: Required<SearchPlace>): SearchPlace => ({
  name,
  departement,
  latitude,
  longitude,
})

const filtersOf = ({ kind, departement, sector }: SearchQuery) => ({
  ...(kind !== '' && { kinds: [kind] }),
  ...(departement !== '' && { departement }),
  ...(sector !== '' && { sector }),
})

/** The last word may be unfinished: what it begins is marked too. */
function resultsOf({ rows, key }: Answered) {
  const begun = /[a-z0-9]{3,}$/.exec(key)?.[0]
  const sought = soughtWords([...ideasOf(key).flat(), key], begun)
  return rows.map((row) => resultOf(row, sought))
}
