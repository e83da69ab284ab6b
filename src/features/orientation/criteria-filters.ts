import { keyOf, SIZE_WORDS } from '#features/events/texts.ts'
import { stageWord } from '#features/services/listing-rules.ts'
import { STAGES } from '#features/services/rules.ts'
import { type Instant, isBefore, isoDay, startOfDay } from '#kernel/time'
import { Fields } from '#platform/http/fields.ts'
import { type Criteria, MOMENTS, PERIODS, type Period, REMOTE_WORDS } from './criteria.ts'
import { NEEDS } from './needs.ts'
import { isAskedSector } from './sectors.ts'
import { SITUATIONS } from './situations.ts'
import { DATE_PAST, DATE_UNREAD } from './texts.ts'

const MOST_LETTERS = 100

const textOf = (query: Fields, name: string): string =>
  query.get(name).replaceAll('\0', '').toWellFormed().trim().slice(0, MOST_LETTERS).toWellFormed()

const several = <Key extends string>(all: readonly Key[], said: readonly string[]): Key[] =>
  all.filter((key) => said.includes(key))

export type ReadCriteria = { criteria: Criteria; errors: Record<string, string> }

/** What an address asks. Unknown values are left out; a day that is past, or is none, is said and left out. */
export function readCriteria(query: Fields, now: Instant): ReadCriteria {
  const sector = query.get('secteur')
  const period = query.get('quand')
  const day = readDay(query.get('du').slice(0, MOST_LETTERS), now)
  const criteria: Criteria = {
    commune: textOf(query, 'commune'),
    stage: STAGES.find((stage) => stageWord(stage) === query.get('etape')),
    needs: several(NEEDS, query.all('besoin')),
    size: keyOf(SIZE_WORDS, query.get('taille')),
    sector: isAskedSector(sector) ? sector : undefined,
    activity: textOf(query, 'activite'),
    situations: several(SITUATIONS, query.all('situation')),
    free: query.get('gratuit') === 'oui',
    period: Object.hasOwn(PERIODS, period) ? (period as Period) : undefined,
    from: day.day,
    moment: MOMENTS.find((moment) => moment === query.get('moment')),
    remote: keyOf(REMOTE_WORDS, query.get('distance')),
  }
  return { criteria, errors: day.error === undefined ? {} : { du: day.error } }
}

function readDay(typed: string, now: Instant): { day: string; error?: string } {
  if (typed === '') return { day: '' }
  const start = startOfDay(typed)
  if (start === undefined) return { day: '', error: DATE_UNREAD }
  const today = startOfDay(isoDay(now))
  return today !== undefined && isBefore(start, today) ? { day: '', error: DATE_PAST } : { day: typed }
}

export type CriteriaQuery = Record<string, string | readonly string[] | undefined>

/** The query of an address that asks the same. */
export function criteriaQuery(criteria: Criteria): CriteriaQuery {
  const { stage, size, remote } = criteria
  return {
    commune: criteria.commune,
    etape: stageWord(stage ?? ''),
    besoin: criteria.needs,
    activite: criteria.activity,
    secteur: criteria.sector,
    taille: size && SIZE_WORDS[size],
    situation: criteria.situations,
    gratuit: criteria.free ? 'oui' : undefined,
    quand: criteria.period,
    du: criteria.from,
    moment: criteria.moment,
    distance: remote && REMOTE_WORDS[remote],
  }
}

/** What a saved orientation asks; a day that is past since then no longer counts. */
export const readSavedCriteria = (criteria: string, now: Instant) => readCriteria(new Fields(criteria), now)
