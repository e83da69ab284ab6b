import { idOfItem, itemOf } from '#addresses'
import type { Actor, WebVisit } from '#features/accounts/actor.ts'
import type { Database } from '#platform/database/database.ts'
import { type Answer, forbidden, hidden, reserved, signInFirst } from '#platform/http/answers.ts'
import { mayEdit, mayRead } from './access.ts'
import type { KindOfContent } from './kinds.ts'
import { type EditedContent, findEdited } from './revision-queries.ts'
import { KIND_TEXTS } from './texts.ts'

export type Editing = { actor: Actor; content: EditedContent; item: string }

/**
 * The content of an address that only its editors open, or the refusal: signed out 401, known or unknown alike; who may read
 * it but not edit it 403; anybody else as if there were none. `moved` once access is decided.
 */
export async function editableContent(
  visit: WebVisit,
  database: Database,
  kind: KindOfContent,
  may: (content: EditedContent, actor: Actor) => boolean = ({ rights }, actor) => mayEdit(rights, actor),
): Promise<Editing | Answer> {
  const { actor } = visit
  if (actor === undefined) return signInFirst
  const item = visit.params.item ?? ''
  const id = idOfItem(item)
  const content = id === undefined ? undefined : await findEdited(database, kind, id, actor)
  if (content === undefined) return hidden
  if (!may(content, actor)) {
    const reading = mayRead(content.rights, actor)
    if (reading === 'yes')
      return forbidden(`Seuls les auteurs de cette page (${KIND_TEXTS[kind.kind].one}) y accèdent.`)
    return reading === 'reserved' ? reserved : hidden
  }
  const right = itemOf(content)
  const isMoved = item !== right && visit.method === 'GET'
  return isMoved
    ? { kind: 'moved', location: visit.url.replace(encodeURIComponent(item), right) }
    : { actor, content, item: right }
}
