// ORI-1. One question a page, in this order; each may be passed.
import { type Criteria, NO_CRITERIA } from './criteria.ts'

export const STEPS = ['lieu', 'etape', 'besoins', 'projet', 'situation', 'quand'] as const
export type Step = (typeof STEPS)[number]

/** All the questions on one page. */
export const WHOLE = 'tout'

const ANSWERS: Record<Step, readonly (keyof Criteria)[]> = {
  lieu: ['commune', 'remote'],
  etape: ['stage'],
  besoins: ['needs'],
  projet: ['activity', 'sector', 'size'],
  situation: ['situations'],
  quand: ['period', 'from', 'moment', 'free'],
}

export const readStep = (word: string): Step | typeof WHOLE =>
  word === WHOLE ? WHOLE : (STEPS.find((step) => step === word) ?? STEPS[0])

const isAnswered = (criteria: Criteria, step: Step): boolean =>
  ANSWERS[step].some((name) => JSON.stringify(criteria[name]) !== JSON.stringify(NO_CRITERIA[name]))

/** The next question that is not answered yet: the home page, or a sentence, may have answered some. */
export const stepAfter = (step: Step, criteria: Criteria): Step | undefined =>
  STEPS.slice(STEPS.indexOf(step) + 1).find((later) => !isAnswered(criteria, later))
export const stepBefore = (step: Step): Step | undefined => STEPS[STEPS.indexOf(step) - 1]

/** The criteria without what this question asks: « Passer ». */
export function withoutAnswers(criteria: Criteria, step: Step): Criteria {
  const none = Object.fromEntries(ANSWERS[step].map((name) => [name, NO_CRITERIA[name]]))
  return { ...criteria, ...none }
}
