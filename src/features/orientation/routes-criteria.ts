import type { WebVisit } from '#features/accounts/actor.ts'
import type { CommuneChoice } from '#features/territory/pages/commune-field.tsx'
import { resolveCommune } from '#features/territory/queries.ts'
import { communeLabel, readTypedCommune } from '#features/territory/rules.ts'
import { communeSeveral, communeUnknown } from '#features/territory/texts.ts'
import type { Reader } from '#platform/database/database.ts'
import { type FormState, filledForm } from '#ui/form-state.ts'
import { communesMeant } from './commune-queries.ts'
import type { Criteria } from './criteria.ts'
import { criteriaQuery, readCriteria } from './criteria-filters.ts'
import type { AskedPlace } from './facts.ts'
import { communeMeant } from './texts.ts'

export type CriteriaRead = {
  criteria: Criteria
  place: AskedPlace | undefined
  /** What the fields show, with what was typed and a sentence where it was not understood. */
  state: FormState
  communes: readonly CommuneChoice[] | undefined
}

/** What an address asks, its commune found. One statement, four when the commune is misspelt. */
export async function criteriaOf(visit: Pick<WebVisit, 'query' | 'now'>, reader: Reader): Promise<CriteriaRead> {
  const { criteria, errors } = readCriteria(visit.query, visit.now)
  const answer = await resolveCommune(reader, criteria.commune)
  const typed = { ...criteriaQuery(criteria), du: visit.query.get('du').slice(0, 100) }
  const wrong = { ...errors }
  const meant = answer.kind === 'none' ? await communesMeant(reader, readTypedCommune(criteria.commune).name) : []
  const none = meant.length > 0 ? communeMeant : communeUnknown
  if (answer.kind === 'none') wrong.commune = none(criteria.commune)
  if (answer.kind === 'several') wrong.commune = communeSeveral(criteria.commune)
  const found = answer.kind === 'one' ? answer.commune : undefined
  const said = found === undefined ? criteria : { ...criteria, commune: communeLabel(found) }
  return {
    criteria: said,
    place: found,
    state: { ...filledForm({ ...typed, commune: said.commune }), errors: wrong },
    communes: answer.kind === 'several' ? answer.communes : meant,
  }
}
