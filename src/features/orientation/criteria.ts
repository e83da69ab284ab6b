// ORI-1. What a person says of his project. Each answer is optional, and all of them stand in the address.
import type { ProjectSize } from '#features/events/rules.ts'
import type { Stage } from '#features/services/rules.ts'
import type { Need } from './needs.ts'
import type { AskedSector } from './sectors.ts'
import type { Situation } from './situations.ts'

/** How many days ahead. */
export const PERIODS = { semaine: 7, quinzaine: 15, mois: 31, trimestre: 92 } as const
export type Period = keyof typeof PERIODS
/** Without an answer, dates of the next three months are looked at. */
export const USUAL_DAYS = PERIODS.trimestre

export const MOMENTS = ['journee', 'soir'] as const
export type Moment = (typeof MOMENTS)[number]
/** From that hour on, a date is in the evening. */
export const EVENING = 17

export type Criteria = {
  /** A commune, as it was typed. */
  commune: string
  stage: Stage | undefined
  needs: readonly Need[]
  size: ProjectSize | undefined
  sector: AskedSector | undefined
  /** « boulangerie »: the activity in his own words. */
  activity: string
  situations: readonly Situation[]
  /** Nothing that is to be paid for. */
  free: boolean
  period: Period | undefined
  /** From which day on, `2026-12-01`. */
  from: string
  moment: Moment | undefined
  /** `yes`: also from afar; `no`: on the spot alone. */
  remote: 'yes' | 'no' | undefined
}

export const NO_CRITERIA: Criteria = {
  commune: '',
  stage: undefined,
  needs: [],
  size: undefined,
  sector: undefined,
  activity: '',
  situations: [],
  free: false,
  period: undefined,
  from: '',
  moment: undefined,
  remote: undefined,
}

export const REMOTE_WORDS = { yes: 'oui', no: 'non' } as const

/** Whether he said what it is about, and not only where and when. */
export const isTopicSaid = ({ needs, stage, situations, activity, sector }: Criteria): boolean =>
  needs.length + situations.length > 0 || stage !== undefined || activity !== '' || sector !== undefined
