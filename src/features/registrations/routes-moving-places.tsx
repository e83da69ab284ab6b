import { addresses } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { plural } from '#kernel/french'
import { type Answer, page, redirect } from '#platform/http/answers.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import type { FormState } from '#ui/form-state.ts'
import { movePlacesIn } from './list-actions.ts'
import { MovingPlacesPage } from './pages/moving-places-page.tsx'
import type { MovePlacesVerdict } from './places.ts'
import { moveRefusal } from './places-texts.ts'
import { type Lists, listsOfChosenDate } from './routes-lists-choice.ts'
import { LIST_KINDS, type ListKind } from './rules.ts'

/** Free places go from one list of a date to the other (REG-4), and whoever waits there moves up at once. */
export function movingPlacesRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.registrants.places, async (visit) => {
    const lists = await listsOfChosenDate(visit, parts)
    return Array.isArray(lists) ? formAnswer(visit, lists, { values: {}, errors: {} }) : lists
  })
  site.post(addresses.registrants.places, (visit) => moveAnswer(visit, parts))
}

function formAnswer(visit: WebVisit, lists: Lists, state: FormState): Answer {
  const status = Object.keys(state.errors).length > 0 ? 422 : 200
  const body = <MovingPlacesPage {...{ lists, state }} submission={newKey()} now={visit.now} />
  return page('Déplacer des places', body, { status, robots: 'noindex' })
}

const isKind = (typed: string): typed is ListKind => (LIST_KINDS as readonly string[]).includes(typed)

async function moveAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const lists = await listsOfChosenDate(visit, parts)
  if (!Array.isArray(lists)) return lists
  const [{ dateId, listId }] = lists
  const again = (errors: Record<string, string>) => formAnswer(visit, lists, { values: visit.form.toValues(), errors })
  const from = visit.form.get('depuis')
  if (!isKind(from)) return again({ depuis: 'Choisissez la liste qui donne des places.' })
  const typed = visit.form.get('places').trim()
  const move = { dateId, from, count: /^\d{1,6}$/.test(typed) ? Number(typed) : 0 }
  const location = addresses.mySpace.eventRegistrations({ liste: listId })
  const done = await once(
    parts.database,
    visit.submission,
    (tx) => movePlacesIn(tx, move, visit.actor?.id ?? 0, visit.now),
    (verdict) => (verdict.kind === 'moved' ? location : undefined),
  )
  if (done.kind === 'already') return redirect(done.location)
  if (done.value.kind === 'refused') return again({ places: moveRefusal(done.value) })
  return redirect(location, movedText(done.value, move.count))
}

function movedText({ movingUp }: Extract<MovePlacesVerdict, { kind: 'moved' }>, count: number): string {
  const moved = plural(count, 'place a changé de liste', 'places ont changé de liste')
  if (movingUp === 0) return `${moved}.`
  return `${moved}, et ${plural(movingUp, 'personne qui attendait est prévenue', 'personnes qui attendaient sont prévenues')}.`
}
