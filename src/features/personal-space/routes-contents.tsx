import { addresses } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { formOfName } from '#features/drafts/form-names.ts'
import { listDraftsOf } from '#features/drafts/queries.ts'
import { type Answer, forbidden, page, signInFirst } from '#platform/http/answers.ts'
import { Fields } from '#platform/http/fields.ts'
import type { Parts } from '#platform/parts.ts'
import { countOwnContents, listOwnContents } from './own-content-queries.ts'
import { readOwnContentsFilters } from './own-contents-filters.ts'
import type { BegunText } from './pages/begun-texts.tsx'
import { NewContentPage } from './pages/new-content-page.tsx'
import { countOf, OwnContentsPage } from './pages/own-contents-page.tsx'
import { PAGE_SIZE } from './queries.ts'

/** « Voir tous mes contenus » and « Ajouter un contenu » (ESP-1). */
export function ownContentRoutes(site: WebSite, parts: Parts): void {
  const forAuthors = (then: (visit: WebVisit, actor: Actor) => Answer | Promise<Answer>) => (visit: WebVisit) => {
    if (visit.actor === undefined) return signInFirst
    if (!mayContribute(visit.actor)) return forbidden('Seuls les professionnels qui publient ont des contenus.')
    return then(visit, visit.actor)
  }
  site.get(
    addresses.mySpace.contents,
    forAuthors((visit, actor) => contentsAnswer(visit, actor, parts)),
  )
  site.get(
    addresses.mySpace.newContent,
    forAuthors(({ path }) => page('Ajouter un contenu', <NewContentPage path={path} />, { robots: 'noindex' })),
  )
}

async function contentsAnswer(visit: WebVisit, actor: Actor, { database }: Parts): Promise<Answer> {
  const { now, path, url, query } = visit
  const filters = readOwnContentsFilters((name) => query.get(name))
  const counts = await countOwnContents(database, actor.id)
  const rows = await listOwnContents(database, actor.id, filters)
  const drafts = await listDraftsOf(database, actor.id)
  const pages = Math.max(filters.page, Math.ceil(countOf(counts, filters) / PAGE_SIZE))
  const begun = drafts.flatMap(begunText)
  const body = <OwnContentsPage {...{ filters, rows, counts, begun, pages, url, path, now }} />
  return page('Mes contenus', body, { robots: 'noindex' })
}

function begunText(draft: Awaited<ReturnType<typeof listDraftsOf>>[number]): BegunText[] {
  const form = formOfName(draft.form)
  if (form === undefined || form.kind === 'project') return []
  const fields = new Fields(draft.fields)
  const title = (fields.get('titre') || fields.get('nom')).trim().slice(0, 100)
  return [{ page: draft.page, kind: form.kind, id: form.id, title, savedAt: draft.savedAt }]
}
