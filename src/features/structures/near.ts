import type { CommuneAnswer } from '#features/territory/queries.ts'
import { communeLabel } from '#features/territory/rules.ts'
import { communeSeveral, communeUnknown } from '#features/territory/texts.ts'
import type { CommuneState } from './pages/structures-page.tsx'

/** The filters once the commune is known: its département, unless another was chosen. */
export function near<Filters extends { departement: string }>(filters: Filters, answer: CommuneAnswer): Filters {
  if (answer.kind !== 'one' || filters.departement !== '') return filters
  return { ...filters, departement: answer.commune.departement }
}

/** What the page says of the commune that was typed. */
export function communeState(answer: CommuneAnswer, typed: string): CommuneState {
  if (answer.kind === 'one') return { label: `Près de ${communeLabel(answer.commune)}` }
  if (answer.kind === 'none') return { error: communeUnknown(typed) }
  if (answer.kind === 'several') return { error: communeSeveral(typed), choices: answer.communes }
  return {}
}
