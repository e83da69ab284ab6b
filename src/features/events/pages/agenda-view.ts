import { addresses } from '#addresses'
import type { CommuneAnswer } from '#features/territory/queries.ts'
import type { AgendaCounts } from '../agenda-facets.ts'
import { type AgendaFilters, agendaQuery } from '../agenda-filters.ts'

/** What both views of the agenda have around their dates. */
export type AgendaFrameProps = {
  filters: AgendaFilters
  /** `2026-12` in the view by month. */
  month: string | undefined
  /** What became of the commune that was typed. */
  commune: CommuneAnswer
  counts: AgendaCounts
  departements: readonly { code: string; name: string }[]
  mayCreate: boolean
  /** The whole address of the calendar that follows the same filters. */
  calendarUrl: string
}

/** The address of the view being read, with other filters. */
export function viewAddress({ month }: Pick<AgendaFrameProps, 'month'>, filters: Partial<AgendaFilters>): string {
  const query = agendaQuery(filters)
  return month === undefined ? addresses.agenda(query) : addresses.agendaMonth({ mois: month, ...query })
}
