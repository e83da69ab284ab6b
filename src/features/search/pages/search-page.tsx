import { addresses } from '#addresses'
import { communeState } from '#features/structures/pages/commune-state.ts'
import { sectorText } from '#features/territory/sectors.ts'
import { CardList } from '#ui/card.tsx'
import { ActiveFilters } from '#ui/chip.tsx'
import { PageFrame, TwoColumns } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Pager } from '#ui/pager.tsx'
import { MOST_PAGES, PAGE_SIZE, type SearchQuery, searchQuery } from '../listing-rules.ts'
import type { Answered } from '../question-queries.ts'
import type { Result } from '../results.ts'
import { countText, KINDS_TEXTS } from '../texts.ts'
import { NothingFound, ReadOtherwise } from './answer-notes.tsx'
import { ResultCard } from './result-card.tsx'
import { SearchFilters, type SearchFiltersProps } from './search-filters.tsx'
import { SearchForm } from './search-form.tsx'

export type SearchPageProps = Omit<SearchFiltersProps, 'active' | 'facets'> & {
  answered: Answered
  results: readonly Result[]
  url: string
}

/** What answers a question, the best first. */
export function SearchPage(props: SearchPageProps) {
  const { query, answered, results, url } = props
  const chips = chipsOf(props)
  const filters = <SearchFilters {...props} facets={answered.facets} active={chips.length} />
  return (
    <PageFrame>
      <PageHeading title="Recherche" />
      <SearchForm query={query} />
      <TwoColumns sideAt="start" side={filters}>
        <p class="soft" role="status" id="resultats-nombre">
          {countText(answered)}
          {query.q !== '' && ` pour « ${answered.mended ?? query.q} »`}
        </p>
        <div class="results" id="resultats">
          <ActiveFilters
            chips={chips}
            clear={addresses.search(searchQuery({ q: query.q, exact: query.exact || answered.placeWasTyped }))}
          />
          <ReadOtherwise query={query} answered={answered} />
          {results.length === 0 ? (
            <NothingFound query={query} answered={answered} />
          ) : (
            <CardList>
              {results.map((result) => (
                <ResultCard key={result.id} result={result} />
              ))}
            </CardList>
          )}
          <Pager page={query.page} pages={Math.min(MOST_PAGES, Math.ceil(answered.total / PAGE_SIZE))} url={url} />
        </div>
      </TwoColumns>
    </PageFrame>
  )
}

type Chip = { href: string; text: string }

/** The filters in force, each with the address without it; the place told from the question too. */
function chipsOf({ query, departements, commune, answered }: SearchPageProps): Chip[] {
  const without = (change: Partial<SearchQuery>) => addresses.search(searchQuery({ ...query, page: 1, ...change }))
  const { label } = communeState(commune, query.near)
  const chips: (Chip | undefined)[] = [
    query.kind === '' ? undefined : { href: without({ kind: '' }), text: KINDS_TEXTS[query.kind] },
    query.near === '' ? undefined : { href: without({ near: '' }), text: label ?? query.near },
    answered.placeWasTyped && answered.place
      ? { href: without({ exact: true }), text: placeText(answered.place) }
      : undefined,
    query.departement === ''
      ? undefined
      : { href: without({ departement: '' }), text: departements.get(query.departement) ?? query.departement },
    query.sector === '' ? undefined : { href: without({ sector: '' }), text: sectorText(query.sector) },
  ]
  return chips.filter((chip) => chip !== undefined)
}

const placeText = (place: NonNullable<Answered['place']>): string =>
  place.latitude === undefined ? place.name : `Près de ${place.name}`
