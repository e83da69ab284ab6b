import type { ComponentChildren } from 'preact'
import { addresses } from '#addresses'
import { ButtonLink } from '#ui/button.tsx'
import { ActiveFilters } from '#ui/chip.tsx'
import { PageFrame, TwoColumns } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { agendaQuery, MAP_VIEW } from '../agenda-filters.ts'
import { agendaChips } from './agenda-chips.ts'
import { AgendaFiltersForm } from './agenda-filters-form.tsx'
import { AgendaSubscription } from './agenda-subscription.tsx'
import { type AgendaFrameProps, viewAddress } from './agenda-view.ts'

type Props = {
  frame: AgendaFrameProps
  /** « 12 dates à venir », said again whenever it changes. */
  status: string
  children: ComponentChildren
}

/** « Agenda »: the filters, those in force, the two views, and what follows them. */
export function AgendaFrame({ frame, status, children }: Props) {
  const chips = agendaChips(frame)
  return (
    <PageFrame>
      <PageHeading
        title="Agenda"
        lead="Ateliers, permanences, formations et rencontres pour créer son entreprise, près de chez vous."
        actions={frame.mayCreate && <ButtonLink href={addresses.events.new()}>Créer un évènement</ButtonLink>}
      />
      <TwoColumns sideAt="start" side={<AgendaFiltersForm frame={frame} active={chips.length} />}>
        <p class="soft" role="status" id="resultats-nombre">
          {status}
        </p>
        <div class="results" id="resultats">
          <ActiveFilters chips={chips} clear={viewAddress(frame, { map: frame.filters.map })} />
          <Views frame={frame} />
          {children}
          <AgendaSubscription url={frame.calendarUrl} filtered={chips.length > 0} />
        </div>
      </TwoColumns>
    </PageFrame>
  )
}

function Views({ frame }: { frame: AgendaFrameProps }) {
  const { map } = frame.filters
  const query = agendaQuery({ ...frame.filters, map: false, page: 1 })
  const isMonth = frame.month !== undefined
  return (
    <Tabs
      label="Présentation"
      tabs={[
        { href: addresses.agenda(query), text: 'Liste', current: !isMonth && !map },
        { href: addresses.agenda({ ...query, vue: MAP_VIEW }), text: 'Carte', current: !isMonth && map },
        { href: addresses.agendaMonth({ mois: frame.month, ...query }), text: 'Mois', current: isMonth },
      ]}
    />
  )
}
