import { daysLater, type Instant } from '#kernel/time'

/** Where a creator stands, in the words of the home page: une idée, je prépare, je me lance, je développe. */
export const STAGES = ['idea', 'preparation', 'launch', 'growth'] as const
export type Stage = (typeof STAGES)[number]

export const SERVICE_COSTS = ['gratuit', 'payant'] as const
export type ServiceCost = (typeof SERVICE_COSTS)[number]

export const SERVICE_KINDS = [
  'accompagnement',
  'information',
  'formation',
  'atelier',
  'aide-financiere',
  'aide-materielle',
  'accueil',
] as const

/** The theme of data.inclusion that this site is about, and its parts. The last two come from v0 and are kept here. */
const CREATION = 'creer-une-entreprise'
const CREATION_THEMES = [
  `${CREATION}--definir-son-projet-de-creation-dentreprise`,
  `${CREATION}--structurer-son-projet-de-creation-dentreprise`,
  `${CREATION}--financer-son-projet`,
  `${CREATION}--reseautage-pour-createurs-dentreprise`,
  `${CREATION}--developper-son-entreprise`,
] as const

const STAGES_OF_THEMES: Record<string, readonly Stage[]> = {
  [CREATION_THEMES[0]]: ['idea'],
  [CREATION_THEMES[1]]: ['preparation', 'launch'],
  [CREATION_THEMES[2]]: ['preparation', 'launch'],
  [CREATION_THEMES[3]]: ['preparation', 'launch'],
  [CREATION_THEMES[4]]: ['growth'],
}

/** The stages that a service is for, when its source does not say: those of its themes; of creation as a whole, before growth. */
export function stagesOfThemes(themes: readonly string[]): Stage[] {
  const found = new Set(themes.flatMap((theme) => STAGES_OF_THEMES[theme] ?? []))
  if (found.size === 0 && themes.includes(CREATION)) return ['idea', 'preparation', 'launch']
  return STAGES.filter((stage) => found.has(stage))
}

/** « numerique--acquerir-un-equipement » belongs to « numerique »: each theme is kept with the one above it. */
export function withParentThemes(themes: readonly string[]): string[] {
  return [...new Set(themes.flatMap((theme) => [theme.split('--', 1)[0] ?? theme, theme]))]
}

/** How many weeks and hours, in words; undefined when nothing is known. */
export function durationText(weeks: number | null, hoursPerWeek: number | null): string | undefined {
  const parts = [
    weeks === null ? '' : `${weeks} ${weeks < 2 ? 'semaine' : 'semaines'}`,
    hoursPerWeek === null ? '' : `${String(hoursPerWeek).replace('.', ',')} h par semaine`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? undefined : parts.join(', ')
}

const LINK_DAYS = 90

/** The link of « toujours exact ? » works if it was sent after this. */
export const oldestLink = (now: Instant): Instant => daysLater(now, -LINK_DAYS)
