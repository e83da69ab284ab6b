import { addresses, itemOf } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite } from '#features/accounts/actor.ts'
import { forbidden, hidden, redirect } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { duplicateEvent } from './duplicate-actions.ts'
import { editableEvent } from './routes-authoring.tsx'
import type { AuthoringSlots } from './routes-authoring-page.tsx'
import { dataOf } from './routes-authoring-saving.ts'

const SENTENCE =
  'Voici une copie, en brouillon : elle a les textes, le lieu et les fichiers, mais ni dates ni inscriptions. Indiquez ses dates, puis « Enregistrer ».'

/** « Dupliquer » (EVT-6). */
export function eventDuplicateRoutes(site: WebSite, parts: Parts, { kind }: AuthoringSlots): void {
  site.post(addresses.events.duplicate, async (visit) => {
    const event = await editableEvent(visit, parts.database)
    if ('kind' in event) return event
    const actor = visit.actor as Actor
    if (!mayContribute(actor)) return forbidden('Seuls les professionnels qui publient créent des évènements.')
    const locationOf = (copy: { id: number; slug: string }) => addresses.events.edit({ item: itemOf(copy) })
    const { submission, now } = visit
    const made = await duplicateEvent(parts.database, { kind, data: dataOf(event), actor, submission, now, locationOf })
    if (made.kind === 'already') return redirect(made.location, SENTENCE)
    return made.value.kind === 'saved' ? redirect(locationOf(made.value), SENTENCE) : hidden
  })
}
