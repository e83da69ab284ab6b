import { addresses } from '#addresses'
import { plural } from '#kernel/french'
import { ButtonLink } from '#ui/button.tsx'
import { CardList } from '#ui/card.tsx'
import { ActiveFilters } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { EventCard, type EventCardProps } from '#ui/event-card.tsx'
import { PageFrame, TwoColumns } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Pager } from '#ui/pager.tsx'
import { type AgendaFilters, agendaQuery, MOST_PAGES } from '../agenda-filters.ts'
import { MOST_COUNTED, PAGE_SIZE } from '../agenda-sizes.ts'
import { KIND_TEXTS, PRICE_TEXTS, SECTOR_TEXTS, SIZE_TEXTS } from '../texts.ts'
import { AgendaFiltersForm } from './agenda-filters-form.tsx'

export type AgendaPageProps = {
  filters: AgendaFilters
  departements: readonly { code: string; name: string }[]
  cards: readonly (EventCardProps & { key: number })[]
  count: number
  url: string
  mayCreate: boolean
}

/** « Agenda »: the coming dates, the filters beside them and those in force above. */
export function AgendaPage({ filters, departements, cards, count, url, mayCreate }: AgendaPageProps) {
  const chips = chipsOf(filters, departements)
  return (
    <PageFrame>
      <PageHeading
        title="Agenda"
        lead="Ateliers, permanences, formations et rencontres pour créer son entreprise, près de chez vous."
        actions={mayCreate && <ButtonLink href={addresses.events.new()}>Créer un évènement</ButtonLink>}
      />
      <TwoColumns
        sideAt="start"
        side={<AgendaFiltersForm filters={filters} departements={departements} active={chips.length} />}
      >
        <ActiveFilters chips={chips} clear={addresses.agenda()} />
        <p class="soft" role="status">
          {count === 0 ? 'Aucune date' : countText(count)}
        </p>
        {cards.length === 0 ? (
          <NoDate filtered={chips.length > 0} />
        ) : (
          <CardList>
            {cards.map((card) => (
              <EventCard {...card} key={card.key} level={2} />
            ))}
          </CardList>
        )}
        <Pager page={filters.page} pages={Math.min(MOST_PAGES, Math.ceil(count / PAGE_SIZE))} url={url} />
        {count > 0 && (
          <p class="soft small">
            <a href={addresses.agendaCalendar(agendaQuery({ ...filters, page: 1 }))}>
              Suivre ces dates dans mon agenda
            </a>{' '}
            (calendrier .ics, mis à jour tout seul)
          </p>
        )}
      </TwoColumns>
    </PageFrame>
  )
}

const countText = (count: number): string =>
  count > MOST_COUNTED ? `Plus de ${plural(MOST_COUNTED, 'date')} à venir` : `${plural(count, 'date')} à venir`

function NoDate({ filtered }: { filtered: boolean }) {
  if (!filtered) {
    return (
      <EmptyState
        icon="calendar"
        title="Pas de date pour le moment"
        text="De nouvelles dates sont ajoutées chaque semaine : revenez bientôt."
      />
    )
  }
  return (
    <EmptyState
      title="Aucune date ne répond à ces filtres"
      text="Retirez un filtre ou élargissez la période : d’autres rendez-vous vous attendent."
      action={{ href: addresses.agenda(), text: 'Voir tout l’agenda' }}
    />
  )
}

/** The filters in force, each with the address without it. */
function chipsOf(
  filters: AgendaFilters,
  departements: AgendaPageProps['departements'],
): { href: string; text: string }[] {
  const { departement, kind, price, size, sector, from, to } = filters
  const without = (name: keyof AgendaFilters) =>
    addresses.agenda(agendaQuery({ ...filters, page: 1, [name]: undefined }))
  const named = departements.find(({ code }) => code === departement)?.name
  const texts: [keyof AgendaFilters, string | undefined][] = [
    ['departement', departement && (named ?? departement)],
    ['kind', kind && KIND_TEXTS[kind]],
    ['price', price && PRICE_TEXTS[price]],
    ['size', size && SIZE_TEXTS[size]],
    ['sector', sector && SECTOR_TEXTS[sector]],
    ['from', from && `À partir du ${frenchDate(from)}`],
    ['to', to && `Jusqu’au ${frenchDate(to)}`],
  ]
  return texts.flatMap(([name, text]) => (text === undefined ? [] : [{ href: without(name), text }]))
}

const frenchDate = (day: string): string => day.split('-').reverse().join('/')
