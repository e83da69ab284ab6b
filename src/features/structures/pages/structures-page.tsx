import { addresses, itemOf } from '#addresses'
import { Around } from '#features/territory/pages/around.tsx'
import { CommuneField } from '#features/territory/pages/commune-field.tsx'
import type { CommuneAnswer } from '#features/territory/queries.ts'
import type { Epci } from '#features/territory/rules.ts'
import { aroundText, epciText } from '#features/territory/texts.ts'
import { plural } from '#kernel/french'
import type { Instant } from '#kernel/time'
import { CardList } from '#ui/card.tsx'
import { ActiveFilters } from '#ui/chip.tsx'
import { Select } from '#ui/choice.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Field, Hidden } from '#ui/field.tsx'
import { Filters } from '#ui/filters.tsx'
import { type FormState, filledForm } from '#ui/form-state.ts'
import { ListOrMap, WithMap } from '#ui/list-map.tsx'
import { PageFrame, TwoColumns } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Pager } from '#ui/pager.tsx'
import { StructureCard } from '#ui/structure-card.tsx'
import { MAP_VIEW, MOST_PAGES, PAGE_SIZE, type StructureFilters, structureQuery } from '../listing-rules.ts'
import type { Facets, StructureCardFacts } from '../queries.ts'
import { DEMO_CHIP, distanceText, kindText, networkText } from '../texts.ts'
import { type CommuneState, communeState } from './commune-state.ts'
import { type Chip, optionsOf } from './filter-options.ts'
import { freshness } from './sheet-parts.tsx'

export type StructuresPageProps = {
  filters: StructureFilters
  rows: readonly StructureCardFacts[]
  facets: Facets
  departements: ReadonlyMap<string, string>
  commune: CommuneAnswer
  /** The intercommunalité that is asked. */
  epci: Epci | undefined
  tiles: string | undefined
  now: Instant
  url: string
}

/** « Structures »: who can help, by name or from the nearest. */
export function StructuresPage(props: StructuresPageProps) {
  const { filters, facets } = props
  const chips = chipsOf(props)
  const { all } = addresses.structures
  const view = (map: boolean) => all(structureQuery({ ...filters, map }))
  return (
    <PageFrame>
      <PageHeading
        title="Structures"
        lead="Celles et ceux qui accompagnent la création d’entreprise, près de chez vous."
      />
      <TwoColumns sideAt="start" side={<FilterForm {...props} active={chips.length} />}>
        <p class="soft" role="status" id="resultats-nombre">
          {facets.total === 0 ? 'Aucune structure' : plural(facets.total, 'structure')}
        </p>
        <div class="results" id="resultats">
          <ActiveFilters chips={chips} clear={all(structureQuery({ map: filters.map }))} />
          <ListOrMap list={view(false)} map={view(true)} isMap={filters.map} />
          <Results {...props} />
        </div>
      </TwoColumns>
    </PageFrame>
  )
}

/** The list, and its map where it is asked. */
function Results(props: StructuresPageProps) {
  const { filters, tiles, commune } = props
  if (!filters.map) return <List {...props} />
  const points = addresses.structures.points(structureQuery({ ...filters, map: false, page: 1 }))
  const near = commune.kind === 'one' ? commune.commune : undefined
  return (
    <WithMap {...{ points, tiles, near }}>
      <List {...props} />
    </WithMap>
  )
}

function List(props: StructuresPageProps) {
  const { filters, rows, facets, url, departements, commune } = props
  if (rows.length === 0) {
    return (
      <EmptyState
        title="Aucune structure ne répond à ces filtres"
        text="Retirez un filtre, ou cherchez un nom plus court."
        action={{ href: addresses.structures.all(), text: 'Voir toutes les structures' }}
      />
    )
  }
  const elsewhere = { ...filters, commune: '', epci: '', page: 1 }
  return (
    <>
      <Around
        commune={commune.kind === 'one' ? commune.commune : undefined}
        departement={filters.departement}
        saying={(_, departement) => aroundText(departement)}
        names={departements}
        hrefOf={(wanted) => addresses.structures.all(structureQuery({ ...elsewhere, departement: '', ...wanted }))}
      />
      <CardList>
        {rows.map((row) => (
          <Row key={row.id} row={row} {...props} />
        ))}
      </CardList>
      <Pager page={filters.page} pages={Math.min(MOST_PAGES, Math.ceil(facets.total / PAGE_SIZE))} url={url} />
    </>
  )
}

function Row({ row, departements, now }: StructuresPageProps & { row: StructureCardFacts }) {
  const place = [row.city, departements.get(row.departement ?? '')].filter(Boolean).join(', ')
  return (
    <StructureCard
      href={addresses.structures.one({ item: itemOf(row) })}
      name={row.title}
      summary={row.summary || row.kinds.map(kindText).join(', ')}
      where={(place || 'Auvergne-Rhône-Alpes') + distanceText(row.distance)}
      checked={row.demo ? undefined : freshness(row, now)}
      note={row.demo ? DEMO_CHIP : undefined}
      level={2}
    />
  )
}

/** The query as a form shows it, with the sentence on the commune. */
export function filterState(query: Record<string, string | undefined>, commune: CommuneState): FormState {
  const state = filledForm(query)
  return commune.error === undefined ? state : { ...state, errors: { commune: commune.error } }
}

function FilterForm(props: StructuresPageProps & { active: number }) {
  const { filters, facets, departements, active } = props
  const commune = communeState(props.commune, filters.commune)
  const state = filterState(structureQuery({ ...filters, page: 1 }), commune)
  const departementText = (code: string) => `${departements.get(code) ?? 'Autre'} (${code})`
  return (
    <Filters action={addresses.structures.all()} active={active} open={commune.error !== undefined}>
      {filters.map && <Hidden name="vue" value={MAP_VIEW} />}
      {filters.epci && <Hidden name="epci" value={filters.epci} />}
      <Field state={state} name="q" label="Nom" type="search" maxLength={100} optional="unsaid" />
      <CommuneField state={state} name="commune" label="Près de" optional="unsaid" choices={commune.choices} />
      <Select
        state={state}
        name="departement"
        label="Département"
        options={optionsOf(facets.departements, filters.departement, departementText)}
        empty="Tous"
        optional="unsaid"
      />
      <Select
        state={state}
        name="type"
        label="Type de structure"
        options={optionsOf(facets.kinds, filters.kind, kindText)}
        empty="Tous les types"
        optional="unsaid"
      />
      <Select
        state={state}
        name="reseau"
        label="Réseau"
        options={optionsOf(facets.networks, filters.network, networkText)}
        empty="Tous les réseaux"
        optional="unsaid"
      />
    </Filters>
  )
}

/** The filters in force, each with the address without it. */
function chipsOf({ filters, departements, commune, epci }: StructuresPageProps): Chip[] {
  const { label } = communeState(commune, filters.commune)
  const without = (name: keyof StructureFilters) =>
    addresses.structures.all(structureQuery({ ...filters, page: 1, [name]: undefined }))
  const texts: [keyof StructureFilters, string][] = [
    ['q', filters.q && `« ${filters.q} »`],
    ['commune', filters.commune && (label ?? filters.commune)],
    ['epci', filters.epci && (epci ? epciText(epci) : filters.epci)],
    ['departement', filters.departement && (departements.get(filters.departement) ?? filters.departement)],
    ['kind', filters.kind && kindText(filters.kind)],
    ['network', filters.network && networkText(filters.network)],
  ]
  return texts.flatMap(([name, text]) => (text === '' ? [] : [{ href: without(name), text }]))
}
