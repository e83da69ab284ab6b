import type { CommuneAnswer } from '#features/territory/queries.ts'
import { communeLabel } from '#features/territory/rules.ts'
import { communeSeveral, communeUnknown } from '#features/territory/texts.ts'

/** What became of the commune that was typed: found, to be chosen, or a sentence. */
export type CommuneState = {
  label?: string
  error?: string
  choices?: readonly { name: string; postalCodes: readonly string[] }[]
}

/** What the page says of the commune that was typed. */
export function communeState(answer: CommuneAnswer, typed: string): CommuneState {
  if (answer.kind === 'one') return { label: `Près de ${communeLabel(answer.commune)}` }
  if (answer.kind === 'none') return { error: communeUnknown(typed) }
  if (answer.kind === 'several') return { error: communeSeveral(typed), choices: answer.communes }
  return {}
}
