import { AUDIENCE_TEXTS } from '#features/structures/audience-texts.ts'
import type { Departement } from '#features/territory/queries.ts'
import type { ServiceOptions } from './pages/service-form-parts.tsx'
import { SERVICE_KINDS, STAGES } from './rules.ts'
import { kindText, mobilisationText, STAGE_TEXTS } from './texts.ts'
import { THEME_TEXTS } from './theme-texts.ts'

const WAYS = ['envoyer-un-courriel', 'se-presenter', 'telephoner', 'utiliser-lien-mobilisation']

/** What the form of a service offers to choose from. */
export function optionsOf(departements: readonly Departement[]): ServiceOptions {
  return {
    departements: departements.map(({ code, name }) => ({ value: code, text: name })),
    kinds: SERVICE_KINDS.map((value) => ({ value, text: kindText(value) })),
    stages: STAGES.map((value) => ({ value, text: STAGE_TEXTS[value] })),
    themes: Object.entries(THEME_TEXTS).map(([value, text]) => ({ value, text })),
    audiences: Object.entries(AUDIENCE_TEXTS).map(([value, text]) => ({ value, text })),
    ways: WAYS.map((value) => ({ value, text: mobilisationText(value) })),
  }
}
