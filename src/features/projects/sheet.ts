// PRJ-1. The sections of a sheet, in the order in which one thinks.

/** What is written in one’s own words, by column. */
export const SECTIONS = ['idea', 'activity', 'needs', 'calendar', 'team', 'budget'] as const
export type Section = (typeof SECTIONS)[number]

export const MOST_NAME = 120
export const MOST_SECTION = 10_000

export type Sheet = Record<Section, string> & {
  name: string
  sector: string | null
  communeCode: string | null
  stage: string | null
}

/** Projects that one person may have. */
export const MOST_PROJECTS = 50
export const MOST_DOCUMENTS = 30
