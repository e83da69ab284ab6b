import { addresses } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type Answer, hidden, page, redirect } from '#platform/http/answers.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { cancelByOrganiser } from './organiser-actions.ts'
import { findRegistrant, type ListChoice } from './organiser-queries.ts'
import { REMOVAL_TEXTS } from './organiser-texts.ts'
import { RemovalPage } from './pages/removal-page.tsx'
import { chosenList, isAnswer } from './routes-lists-choice.ts'
import { decideCancellation } from './rules.ts'

/** Taking somebody off a list: asked once, then told to that person. */
export function removalRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.registrants.removal, (visit) => askAnswer(visit, parts))
  site.post(addresses.registrants.removal, (visit) => removeAnswer(visit, parts))
}

const numberOf = (typed: string): number => (/^\d{1,15}$/.test(typed) ? Number(typed) : 0)

async function askAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const list = await chosenList(visit, parts)
  if (isAnswer(list)) return list
  const person = await findRegistrant(parts.database, list.listId, numberOf(visit.query.get('inscription')))
  if (person === undefined) return hidden
  const verdict = decideCancellation(list, person.state, visit.now)
  if (verdict.kind === 'refused') return backTo(list, REMOVAL_TEXTS[verdict.because])
  const body = <RemovalPage {...{ list, person }} freesSeat={verdict.freesSeat} submission={newKey()} now={visit.now} />
  return page('Retirer un inscrit', body, { robots: 'noindex' })
}

async function removeAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const list = await chosenList(visit, parts)
  if (isAnswer(list)) return list
  const person = await findRegistrant(parts.database, list.listId, numberOf(visit.query.get('inscription')))
  if (person === undefined) return hidden
  const of = { listId: list.listId, registrationId: person.id }
  const done = await cancelByOrganiser(parts.database, of, visit.actor?.id ?? 0, visit.now)
  if (done.kind === 'refused') return backTo(list, REMOVAL_TEXTS[done.because])
  return redirect(placeOf(list), 'Cette personne n’est plus sur la liste. Un mail l’en prévient.')
}

const placeOf = ({ listId }: ListChoice): string => addresses.mySpace.eventRegistrations({ liste: listId })

const backTo = (list: ListChoice, text: string): Answer => ({
  kind: 'redirect',
  location: placeOf(list),
  flash: { tone: 'warn', text },
})
