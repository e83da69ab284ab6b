import { addresses, itemOf } from '#addresses'
import { MOST_PAGES } from '#features/structures/listing-rules.ts'
import { communeState } from '#features/structures/pages/commune-state.ts'
import { type Chip, optionsOf } from '#features/structures/pages/filter-options.ts'
import { filterState } from '#features/structures/pages/structures-page.tsx'
import { DEMO_CHIP, distanceText } from '#features/structures/texts.ts'
import { Around } from '#features/territory/pages/around.tsx'
import { CommuneField } from '#features/territory/pages/commune-field.tsx'
import type { CommuneAnswer } from '#features/territory/queries.ts'
import type { Epci } from '#features/territory/rules.ts'
import { atCommune, epciText, servedText } from '#features/territory/texts.ts'
import { plural } from '#kernel/french'
import { CardList } from '#ui/card.tsx'
import { ActiveFilters } from '#ui/chip.tsx'
import { Radios, Select } from '#ui/choice.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Field, Hidden } from '#ui/field.tsx'
import { Filters } from '#ui/filters.tsx'
import { PageFrame, TwoColumns } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Pager } from '#ui/pager.tsx'
import { StructureCard } from '#ui/structure-card.tsx'
import { PAGE_SIZE, type ServiceFilters, serviceQuery, stageWord } from '../listing-rules.ts'
import type { Facets, ServiceCardFacts } from '../queries.ts'
import { STAGES } from '../rules.ts'
import { kindText, STAGE_TEXTS, themeText } from '../texts.ts'
import { THEME_TEXTS } from '../theme-texts.ts'

export type ServicesPageProps = {
  filters: ServiceFilters
  rows: readonly ServiceCardFacts[]
  facets: Facets
  departements: ReadonlyMap<string, string>
  commune: CommuneAnswer
  /** The intercommunalité that is asked. */
  epci: Epci | undefined
  url: string
}

/** « Services »: what can help at one's stage, from creation's own to the nearest. */
export function ServicesPage(props: ServicesPageProps) {
  const { filters, rows, facets, url, departements, commune } = props
  const elsewhere = { ...filters, commune: '', epci: '', departement: '', page: 1 }
  const chips = chipsOf(props)
  return (
    <PageFrame>
      <PageHeading
        title="Services"
        lead="Accompagnement, formation, financement : ce qui peut vous aider, selon où vous en êtes."
      />
      <TwoColumns sideAt="start" side={<FilterForm {...props} active={chips.length} />}>
        <p class="soft" role="status" id="resultats-nombre">
          {facets.total === 0 ? 'Aucun service' : plural(facets.total, 'service')}
        </p>
        <div class="results" id="resultats">
          <ActiveFilters chips={chips} clear={addresses.services.all()} />
          <Around
            commune={commune.kind === 'one' ? commune.commune : undefined}
            departement={filters.departement}
            saying={servedText}
            names={departements}
            hrefOf={(wanted) => addresses.services.all(serviceQuery({ ...elsewhere, ...wanted }))}
          />
          {rows.length === 0 ? (
            <EmptyState
              title="Aucun service ne répond à ces filtres"
              text="Retirez un filtre, ou cherchez parmi les structures près de chez vous."
              action={{ href: addresses.services.all(), text: 'Voir tous les services' }}
            />
          ) : (
            <CardList>
              {rows.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  served={row.zoned && commune.kind === 'one' ? atCommune(commune.commune) : ''}
                />
              ))}
            </CardList>
          )}
          <Pager page={filters.page} pages={Math.min(MOST_PAGES, Math.ceil(facets.total / PAGE_SIZE))} url={url} />
        </div>
      </TwoColumns>
    </PageFrame>
  )
}

/** `served`: « à Roanne », when its zone holds it. */
function Row({ row, served }: { row: ServiceCardFacts; served: string }) {
  const place = [row.structureTitle, row.city].filter(Boolean).join(', ')
  return (
    <StructureCard
      href={addresses.services.one({ item: itemOf(row) })}
      name={row.title}
      summary={row.summary}
      where={place + distanceText(row.distance)}
      checked={
        [served && `Intervient ${served}`, row.kinds.map(kindText).join(', ')].filter(Boolean).join(' · ') || undefined
      }
      note={row.demo ? DEMO_CHIP : undefined}
      level={2}
    />
  )
}

function FilterForm(props: ServicesPageProps & { active: number }) {
  const { filters, facets, departements, active } = props
  const commune = communeState(props.commune, filters.commune)
  const state = filterState(serviceQuery({ ...filters, page: 1 }), commune)
  const count = (code: string) => facets.stages.find((facet) => facet.code === code)?.count ?? 0
  const stages = STAGES.map((stage) => ({ value: stageWord(stage), text: STAGE_TEXTS[stage], count: count(stage) }))
  const themes = facets.themes.filter(({ code }) => code in THEME_TEXTS)
  const departementText = (code: string) => `${departements.get(code) ?? 'Autre'} (${code})`
  const choices = { state, optional: 'unsaid' } as const
  return (
    <Filters action={addresses.services.all()} active={active} open={commune.error !== undefined}>
      {filters.epci && <Hidden name="epci" value={filters.epci} />}
      <Radios
        {...choices}
        name="etape"
        label="Où en êtes-vous ?"
        options={[{ value: '', text: 'Peu importe' }, ...stages]}
      />
      <CommuneField {...choices} name="commune" label="Près de" choices={commune.choices} />
      <Select
        {...choices}
        name="thematique"
        label="Thème"
        options={optionsOf(themes, filters.theme, themeText)}
        empty="Tous les thèmes"
      />
      <Select
        {...choices}
        name="type"
        label="Type d’aide"
        options={optionsOf(facets.kinds, filters.kind, kindText)}
        empty="Tous les types"
      />
      <Select
        {...choices}
        name="departement"
        label="Département"
        options={optionsOf(facets.departements, filters.departement, departementText)}
        empty="Tous"
      />
      <Field {...choices} name="q" label="Nom" type="search" maxLength={100} />
    </Filters>
  )
}

/** The filters in force, each with the address without it. */
function chipsOf({ filters, departements, commune, epci }: ServicesPageProps): Chip[] {
  const { label } = communeState(commune, filters.commune)
  const without = (name: keyof ServiceFilters) =>
    addresses.services.all(serviceQuery({ ...filters, page: 1, [name]: undefined }))
  const texts: [keyof ServiceFilters, string][] = [
    ['stage', filters.stage && STAGE_TEXTS[filters.stage]],
    ['commune', filters.commune && (label ?? filters.commune)],
    ['epci', filters.epci && (epci ? epciText(epci) : filters.epci)],
    ['theme', filters.theme && themeText(filters.theme)],
    ['kind', filters.kind && kindText(filters.kind)],
    ['departement', filters.departement && (departements.get(filters.departement) ?? filters.departement)],
    ['q', filters.q && `« ${filters.q} »`],
  ]
  return texts.flatMap(([name, text]) => (text === '' ? [] : [{ href: without(name), text }]))
}
