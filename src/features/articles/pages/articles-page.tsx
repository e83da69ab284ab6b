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
import type { ArticleCardProps } from '../cards.ts'
import { type ArticleFilters, articleQuery, PAGE_SIZE } from '../listing-rules.ts'
import type { ArticleFacets } from '../queries.ts'
import { ArticleCard } from './article-card.tsx'

export type ArticlesPageProps = {
  filters: ArticleFilters
  cards: readonly ArticleCardProps[]
  facets: ArticleFacets
  departements: ReadonlyMap<string, string>
  url: string
  mayWrite: boolean
  /** Reads what is reserved to professionals. */
  readsPro: boolean
}

/** « Articles »: news, press releases, information, newest first. */
export function ArticlesPage(props: ArticlesPageProps) {
  const { filters, cards, facets, url, mayWrite, readsPro } = props
  const chips = chipsOf(props)
  return (
    <PageFrame>
      <PageHeading
        title="Articles"
        lead="Actualités, dispositifs, repères : ce qu’il faut lire pour créer son entreprise."
        actions={
          <>
            {readsPro && (
              <ButtonLink href={addresses.proSpace()} look="quiet" icon="lock">
                Espace pro
              </ButtonLink>
            )}
            {mayWrite && <ButtonLink href={addresses.articles.new()}>Écrire un article</ButtonLink>}
          </>
        }
      />
      <TwoColumns sideAt="start" side={<FilterForm {...props} active={chips.length} />}>
        <ActiveFilters chips={chips} clear={addresses.articles.all()} />
        <p class="soft" role="status">
          {facets.total === 0 ? 'Aucun article' : plural(facets.total, 'article')}
        </p>
        {cards.length === 0 ? (
          <EmptyState
            title="Aucun article ne répond à ces filtres"
            text="Retirez un filtre, ou cherchez un mot plus court."
            action={{ href: addresses.articles.all(), text: 'Voir tous les articles' }}
          />
        ) : (
          <CardList>
            {cards.map((card) => (
              <ArticleCard key={card.href} card={card} level={2} />
            ))}
          </CardList>
        )}
        <Pager page={filters.page} pages={Math.min(MOST_PAGES, Math.ceil(facets.total / PAGE_SIZE))} url={url} />
        <p class="soft small">
          <a href={addresses.articles.feed()}>Suivre les articles</a> (flux Atom)
        </p>
      </TwoColumns>
    </PageFrame>
  )
}

function FilterForm({ filters, facets, departements, active }: ArticlesPageProps & { active: number }) {
  const state = filledForm(articleQuery({ ...filters, page: 1 }))
  const departementText = (code: string) => `${departements.get(code) ?? 'Autre'} (${code})`
  return (
    <Filters action={addresses.articles.all()} active={active}>
      <Field
        state={state}
        name="q"
        label="Mots du titre ou de l’accroche"
        type="search"
        maxLength={100}
        optional="unsaid"
      />
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
        name="secteur"
        label="Secteur d’activité"
        options={optionsOf(facets.sectors, filters.sector, sectorText)}
        empty="Tous"
        optional="unsaid"
      />
    </Filters>
  )
}

/** The filters in force, each with the address without it. */
function chipsOf({ filters, departements }: ArticlesPageProps): { href: string; text: string }[] {
  const without = (name: keyof ArticleFilters) =>
    addresses.articles.all(articleQuery({ ...filters, page: 1, [name]: undefined }))
  const texts: [keyof ArticleFilters, string][] = [
    ['q', filters.q && `« ${filters.q} »`],
    ['departement', filters.departement && (departements.get(filters.departement) ?? filters.departement)],
    ['sector', filters.sector && sectorText(filters.sector)],
  ]
  return texts.flatMap(([name, text]) => (text === '' ? [] : [{ href: without(name), text }]))
}
