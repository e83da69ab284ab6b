import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Hidden } from '#ui/field.tsx'
import { type SearchQuery, searchQuery } from '../listing-rules.ts'

/** The box of the page itself: what was typed, and the filters in force carried along. */
export function SearchForm({ query }: { query: SearchQuery }) {
  const { q: _q, exact: _exact, page: _page, ...carried } = searchQuery(query)
  return (
    <search>
      <form class="search-form" method="get" action={addresses.search()}>
        <label for="recherche">Ce que vous cherchez</label>
        <div class="search-line" data-island="search-suggestions" data-suggestions={addresses.searchSuggestions()}>
          <input
            class="input"
            type="search"
            id="recherche"
            name="q"
            value={query.q}
            maxLength={200}
            autoComplete="off"
            spellcheck={true}
          />
          {Object.entries(carried).map(([name, value]) =>
            value === undefined || value === '' ? null : <Hidden key={name} name={name} value={value} />,
          )}
          <Button icon="search">
            <span class="search-word">Chercher</span>
          </Button>
        </div>
      </form>
    </search>
  )
}
