import { addresses } from '#addresses'
import { type CommuneState, communeState } from '#features/structures/pages/commune-state.ts'
import { CommuneField } from '#features/territory/pages/commune-field.tsx'
import type { CommuneAnswer } from '#features/territory/queries.ts'
import { sectorText } from '#features/territory/sectors.ts'
import { type Option, Select } from '#ui/choice.tsx'
import { Hidden } from '#ui/field.tsx'
import { Filters } from '#ui/filters.tsx'
import { type FormState, filledForm } from '#ui/form-state.ts'
import { SEARCHED_KINDS } from '../asked.ts'
import { kindWord, type SearchQuery, searchQuery } from '../listing-rules.ts'
import type { FacetCounts } from '../queries.ts'
import { KINDS_TEXTS } from '../texts.ts'

export type SearchFiltersProps = {
  query: SearchQuery
  facets: FacetCounts
  departements: ReadonlyMap<string, string>
  regionDepartements: readonly string[]
  sectors: readonly string[]
  commune: CommuneAnswer
  active: number
}

/** Kind, place, sector: how many answers each choice would give, unless there are too many to count. */
export function SearchFilters(props: SearchFiltersProps) {
  const { query, active } = props
  const commune = communeState(props.commune, query.near)
  const state = stateOf(query, commune)
  const { kinds, departements, sectors } = choicesOf(props)
  const select = { state, optional: 'unsaid' } as const
  return (
    <Filters action={addresses.search()} active={active} open={commune.error !== undefined}>
      <Hidden name="q" value={query.q} />
      {query.exact && <Hidden name="exact" value="1" />}
      <Select {...select} name="type" label="Quoi" options={kinds} empty="Tout" />
      <CommuneField {...select} name="pres" label="Près de" choices={commune.choices} />
      <Select {...select} name="departement" label="Département" options={departements} empty="Tous" />
      <Select {...select} name="secteur" label="Secteur d’activité" options={sectors} empty="Tous les secteurs" />
    </Filters>
  )
}

function stateOf(query: SearchQuery, commune: CommuneState): FormState {
  const state = filledForm(searchQuery({ ...query, page: 1 }))
  return commune.error === undefined ? state : { ...state, errors: { pres: commune.error } }
}

function choicesOf({ query, facets, departements, regionDepartements, sectors }: SearchFiltersProps) {
  const isCounted = Object.keys(facets).length > 0
  const everywhere = Number(facets['departement:*'] ?? 0)
  const option = (value: string, text: string, facet: string, more = 0): Option & { isUseful: boolean } => {
    const count = Number(facets[facet] ?? 0) + more
    return { value, text, ...(isCounted && { count }), isUseful: !isCounted || count > 0 }
  }
  const useful = (options: readonly (Option & { isUseful: boolean })[], chosen: string): Option[] =>
    options.filter(({ isUseful, value }) => isUseful || value === chosen)
  return {
    kinds: useful(
      SEARCHED_KINDS.map((kind) => option(kindWord(kind), KINDS_TEXTS[kind], `kind:${kind}`)),
      query.kind && kindWord(query.kind),
    ),
    departements: useful(
      regionDepartements.map((code) =>
        option(code, `${departements.get(code) ?? code} (${code})`, `departement:${code}`, everywhere),
      ),
      query.departement,
    ),
    sectors: useful(
      sectors.map((code) => option(code, sectorText(code), `sector:${code}`)),
      query.sector,
    ),
  }
}
