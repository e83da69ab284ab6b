import { addresses } from '#addresses'
import { plural } from '#kernel/french'
import { CardList } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { EventCard, type EventCardProps } from '#ui/event-card.tsx'
import { WithMap } from '#ui/list-map.tsx'
import { Pager } from '#ui/pager.tsx'
import { agendaQuery, MOST_PAGES } from '../agenda-filters.ts'
import { MOST_COUNTED, PAGE_SIZE } from '../agenda-sizes.ts'
import { agendaChips } from './agenda-chips.ts'
import { AgendaFrame } from './agenda-frame.tsx'
import type { AgendaFrameProps } from './agenda-view.ts'

export type AgendaPageProps = {
  frame: AgendaFrameProps
  cards: readonly (EventCardProps & { key: number })[]
  count: number
  url: string
  /** Tiles of maps; absent: outlines. */
  tiles: string | undefined
}

/** The coming dates as a list, soonest first. */
export function AgendaPage(props: AgendaPageProps) {
  const { frame, count, tiles } = props
  const { filters, commune } = frame
  const points = addresses.agendaPoints(agendaQuery({ ...filters, map: false, page: 1 }))
  const near = commune.kind === 'one' ? commune.commune : undefined
  return (
    <AgendaFrame frame={frame} status={count === 0 ? 'Aucune date' : countText(count)}>
      {filters.map ? (
        <WithMap {...{ points, tiles, near }}>
          <Dates {...props} />
        </WithMap>
      ) : (
        <Dates {...props} />
      )}
    </AgendaFrame>
  )
}

function Dates({ frame, cards, count, url }: AgendaPageProps) {
  return (
    <>
      {cards.length === 0 ? (
        <NoDate filtered={agendaChips(frame).length > 0} />
      ) : (
        <CardList>
          {cards.map((card) => (
            <EventCard {...card} key={card.key} level={2} />
          ))}
        </CardList>
      )}
      <Pager page={frame.filters.page} pages={Math.min(MOST_PAGES, Math.ceil(count / PAGE_SIZE))} url={url} />
    </>
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
      text="Retirez un filtre, cherchez plus loin ou élargissez la période : d’autres rendez-vous vous attendent."
      action={{ href: addresses.agenda(), text: 'Voir tout l’agenda' }}
    />
  )
}
