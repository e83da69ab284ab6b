// Each answer as a chip that takes it away.
import { SIZE_TEXTS } from '#features/events/texts.ts'
import { STAGE_TEXTS } from '#features/services/texts.ts'
import { type Criteria, NO_CRITERIA } from './criteria.ts'
import { SECTOR_CHOICES } from './sectors.ts'
import { MOMENT_TEXTS, NEED_TEXTS, PERIOD_TEXTS, REMOTE_TEXTS, SITUATION_TEXTS } from './texts.ts'

export type SaidCriterion = { text: string; without: Criteria }

export function saidCriteria(criteria: Criteria): SaidCriterion[] {
  const { needs, situations } = criteria
  const without = (name: keyof Criteria): Criteria => ({ ...criteria, [name]: NO_CRITERIA[name] })
  const one = (name: keyof Criteria, text: string | undefined): SaidCriterion[] =>
    text ? [{ text, without: without(name) }] : []
  return [
    ...one('commune', criteria.commune && `Près de ${criteria.commune}`),
    ...one('remote', criteria.remote && REMOTE_TEXTS[criteria.remote]),
    ...one('stage', criteria.stage && STAGE_TEXTS[criteria.stage]),
    ...needs.map((need) => ({
      text: NEED_TEXTS[need],
      without: { ...criteria, needs: needs.filter((other) => other !== need) },
    })),
    ...one('activity', criteria.activity && `« ${criteria.activity} »`),
    ...one('sector', SECTOR_CHOICES.find(({ value }) => value === criteria.sector)?.text),
    ...one('size', criteria.size && SIZE_TEXTS[criteria.size]),
    ...situations.map((situation) => ({
      text: SITUATION_TEXTS[situation],
      without: { ...criteria, situations: situations.filter((other) => other !== situation) },
    })),
    ...one('free', criteria.free ? 'Gratuit seulement' : undefined),
    ...one('period', criteria.period && PERIOD_TEXTS[criteria.period]),
    ...one('from', criteria.from && `À partir du ${criteria.from.split('-').reverse().join('/')}`),
    ...one('moment', criteria.moment && MOMENT_TEXTS[criteria.moment]),
  ]
}

/** « Roanne (42300), Financer mon projet »: what an orientation is called when nobody names it. */
export function nameOf(criteria: Criteria): string {
  const texts = saidCriteria(criteria).map(({ text }) => text.replace('Près de ', ''))
  return texts.slice(0, 3).join(', ') || 'Toutes les réponses'
}
