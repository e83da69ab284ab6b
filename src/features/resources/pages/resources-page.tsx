import { addresses } from '#addresses'
import { MOST_PAGES } from '#features/structures/listing-rules.ts'
import { optionsOf } from '#features/structures/pages/filter-options.ts'
import { sectorText } from '#features/territory/sectors.ts'
import { plural } from '#kernel/french'
import { ButtonLink } from '#ui/button.tsx'
import { CardList } from '#ui/card.tsx'
import { ActiveFilters } from '#ui/chip.tsx'
import { Select } from '#ui/choice.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Field } from '#ui/field.tsx'
import { Filters } from '#ui/filters.tsx'
import { filledForm } from '#ui/form-state.ts'
import { PageFrame, TwoColumns } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Pager } from '#ui/pager.tsx'
import type { ResourceCardProps } from '../cards.ts'
import { PAGE_SIZE, type ResourceFilters, resourceQuery } from '../listing-rules.ts'
import type { ResourceFacets } from '../queries.ts'
import { KIND_TEXTS, KIND_WORDS, kindOfWord } from '../texts.ts'
import { ResourceCard } from './resource-card.tsx'

export type ResourcesPageProps = {
  filters: ResourceFilters
  cards: readonly ResourceCardProps[]
  facets: ResourceFacets
  departements: ReadonlyMap<string, string>
  url: string
  mayAdd: boolean
  /** Reads what is reserved to professionals. */
  readsPro: boolean
}

/** « Base ressource »: documents, videos, images, sounds, and links to procedures. */
export function ResourcesPage(props: ResourcesPageProps) {
  const { filters, cards, facets, url, mayAdd, readsPro } = props
  const chips = chipsOf(props)
  return (
    <PageFrame>
      <PageHeading
        title="Base ressource"
        lead="Modèles, fiches, vidéos, formulaires : de quoi avancer, à télécharger ou à suivre."
        actions={
          <>
            {readsPro && (
              <ButtonLink href={addresses.proSpace()} look="quiet" icon="lock">
                Espace pro
              </ButtonLink>
            )}
            {mayAdd && <ButtonLink href={addresses.resources.new()}>Ajouter une ressource</ButtonLink>}
          </>
        }
      />
      <TwoColumns sideAt="start" side={<FilterForm {...props} active={chips.length} />}>
        <ActiveFilters chips={chips} clear={addresses.resources.all()} />
        <p class="soft" role="status">
          {facets.total === 0 ? 'Aucune ressource' : plural(facets.total, 'ressource')}
        </p>
        {cards.length === 0 ? (
          <EmptyState
            title="Aucune ressource ne répond à ces filtres"
            text="Retirez un filtre, ou cherchez un mot plus court."
            action={{ href: addresses.resources.all(), text: 'Voir toute la base ressource' }}
          />
        ) : (
          <CardList>
            {cards.map((card) => (
              <ResourceCard key={card.href} card={card} level={2} />
            ))}
          </CardList>
        )}
        <Pager page={filters.page} pages={Math.min(MOST_PAGES, Math.ceil(facets.total / PAGE_SIZE))} url={url} />
      </TwoColumns>
    </PageFrame>
  )
}

const kindText = (word: string): string => {
  const kind = kindOfWord(word)
  return kind === undefined ? word : KIND_TEXTS[kind]
}

function FilterForm({ filters, facets, departements, active }: ResourcesPageProps & { active: number }) {
  const state = filledForm(resourceQuery({ ...filters, page: 1 }, KIND_WORDS))
  const departementText = (code: string) => `${departements.get(code) ?? 'Autre'} (${code})`
  const word = filters.kind && KIND_WORDS[filters.kind]
  const common = { state, optional: 'unsaid', empty: 'Tous' } as const
  return (
    <Filters action={addresses.resources.all()} active={active}>
      <Field state={state} name="q" label="Mots du titre" type="search" maxLength={100} optional="unsaid" />
      <Select {...common} name="type" label="Type" options={optionsOf(facets.kinds, word, kindText)} />
      <Select
        {...common}
        name="departement"
        label="Département"
        options={optionsOf(facets.departements, filters.departement, departementText)}
      />
      <Select
        {...common}
        name="secteur"
        label="Secteur d’activité"
        options={optionsOf(facets.sectors, filters.sector, sectorText)}
      />
    </Filters>
  )
}

/** The filters in force, each with the address without it. */
function chipsOf({ filters, departements }: ResourcesPageProps): { href: string; text: string }[] {
  const without = (name: keyof ResourceFilters) =>
    addresses.resources.all(resourceQuery({ ...filters, page: 1, [name]: undefined }, KIND_WORDS))
  const texts: [keyof ResourceFilters, string][] = [
    ['q', filters.q && `« ${filters.q} »`],
    ['kind', filters.kind && KIND_TEXTS[filters.kind]],
    ['departement', filters.departement && (departements.get(filters.departement) ?? filters.departement)],
    ['sector', filters.sector && sectorText(filters.sector)],
  ]
  return texts.flatMap(([name, text]) => (text === '' ? [] : [{ href: without(name), text }]))
}
