import { addresses, idOfItem, itemOf } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { isAuthor, mayRead } from '#features/contents/access.ts'
import { waitsFor } from '#features/contents/author-queries.ts'
import { type ContentHeading, findContent } from '#features/contents/queries.ts'
import { askToManageIn } from '#features/contents/request-actions.ts'
import { type Answer, forbidden, hidden, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { RequestPage } from './pages/request-page.tsx'
import { requestForm } from './sheet-forms.ts'

/** « Je travaille ici : demander à gérer cette fiche » (STR-2). */
export function structureRequestRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.structures.request, (visit) =>
    forReader(visit, parts, (asking) => requestAnswer(asking, emptyForm)),
  )
  site.post(addresses.structures.request, (visit) => forReader(visit, parts, receive))
}

const NEEDS_ACCOUNT =
  'Pour gérer une fiche, il faut un compte professionnel validé. Si le vôtre attend sa validation, revenez ici quand le mail vous aura dit qu’elle est faite.'

type Asking = { visit: WebVisit; parts: Parts; actor: Actor; content: ContentHeading }

async function forReader(visit: WebVisit, parts: Parts, then: (asking: Asking) => Promise<Answer>): Promise<Answer> {
  const { actor } = visit
  if (actor === undefined) return signInFirst
  const id = idOfItem(visit.params.item ?? '')
  const content = id === undefined ? undefined : await findContent(parts.database, id, 'structure')
  if (content === undefined || mayRead(content, actor) !== 'yes') return hidden
  if (!mayContribute(actor)) return forbidden(NEEDS_ACCOUNT)
  return then({ visit, parts, actor, content })
}

async function requestAnswer({ parts, actor, content }: Asking, state: FormState, status = 200): Promise<Answer> {
  const props = { item: itemOf(content), title: content.title, state, submission: newKey() }
  const standing = await standingOf(parts, actor, content)
  return page('Demander à gérer cette fiche', <RequestPage {...props} standing={standing} />, {
    status,
    robots: 'noindex',
  })
}

async function standingOf({ database }: Parts, actor: Actor, content: ContentHeading) {
  if (isAuthor(content, actor)) return 'author'
  return (await waitsFor(database, content.id, actor.id)) ? 'waiting' : 'may-ask'
}

async function receive(asking: Asking): Promise<Answer> {
  const { visit, parts, actor, content } = asking
  const read = readForm(requestForm, visit.form)
  if (!read.ok) return requestAnswer(asking, { values: visit.form.toValues(), errors: read.errors }, 422)
  const location = addresses.structures.request({ item: itemOf(content) })
  const { message } = read.value
  const asked = await once(
    parts.database,
    visit.submission,
    (tx) => askToManageIn(tx, { contentId: content.id, actor, message, now: visit.now }),
    ({ kind }) => (kind === 'refused' ? undefined : location),
  )
  if (asked.kind === 'already') return redirect(asked.location)
  return asked.value.kind === 'refused' ? requestAnswer(asking, emptyForm, 422) : redirect(location)
}
