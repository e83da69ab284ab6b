// What the agenda filters on, as `event_dates.facets` holds it (extra.sql): one word per choice, `kind:workshop`.
import type { AgendaFilters } from './agenda-filters.ts'

/** The filters whose choices are counted. */
export const GROUPS = ['departement', 'kind', 'price', 'size', 'sector', 'mode'] as const
export type Group = (typeof GROUPS)[number]

/** How many dates each choice would give: `counts.kind.workshop`. */
export type AgendaCounts = {
  groups: Record<Group, Readonly<Record<string, number>>>
  /** With seats left. */
  seats: number
  /** That answer all the filters. */
  total: number
  /** Only the next `MOST_COUNTED` dates were counted: a choice that is absent may have some later. */
  partial: boolean
}

/** What is asked of each group. */
export function wantedFacets(filters: AgendaFilters): Partial<Record<Group, string>> {
  const { departement, kind, price, size, sector, online } = filters
  const asked = { departement, kind, price, size, sector, mode: online ? 'online' : undefined }
  const said = Object.entries(asked).flatMap(([group, choice]) =>
    choice === undefined ? [] : [[group, `${group}:${choice}`]],
  )
  return Object.fromEntries(said)
}

/** Counts by group, from words and numbers. */
export function countsByGroup(rows: readonly { facet: string; count: number }[]): AgendaCounts['groups'] {
  const groups: Record<string, Record<string, number>> = {}
  for (const group of GROUPS) groups[group] = {}
  for (const { facet, count } of rows) {
    const [group = '', choice = ''] = facet.split(':')
    const counts = groups[group]
    if (counts !== undefined) counts[choice] = count
  }
  return groups as AgendaCounts['groups']
}
