import { wordOf } from '#kernel/words'
import type { SERVICE_KINDS, Stage } from './rules.ts'
import { THEME_TEXTS } from './theme-texts.ts'

/** The words of the home page. */
export const STAGE_TEXTS: Record<Stage, string> = {
  idea: 'J’ai une idée',
  preparation: 'Je prépare',
  launch: 'Je me lance',
  growth: 'Je développe',
}

const KIND_TEXTS: Record<(typeof SERVICE_KINDS)[number], string> = {
  accompagnement: 'Accompagnement',
  information: 'Information',
  formation: 'Formation',
  atelier: 'Atelier',
  'aide-financiere': 'Aide financière',
  'aide-materielle': 'Aide matérielle',
  accueil: 'Accueil',
}

const words = (texts: Record<string, string>) => (code: string) => wordOf(texts, code)

export const kindText = words(KIND_TEXTS)
export const themeText = words(THEME_TEXTS)

export const COST_TEXTS = { gratuit: 'Gratuit', payant: 'Payant' } as const

export const modeText = words({ 'en-presentiel': 'Sur place', 'a-distance': 'À distance' })

export const mobilisationText = words({
  'envoyer-un-courriel': 'Envoyer un courriel',
  'envoyer-un-mail': 'Envoyer un courriel',
  'se-presenter': 'Se présenter sur place',
  telephoner: 'Téléphoner',
  'utiliser-lien-mobilisation': 'Remplir la demande en ligne',
})
