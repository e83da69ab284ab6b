import { addresses } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type Answer, hidden, localPath, page, redirect, signInFirst } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { keep } from './actions.ts'
import { readFavouriteFilters } from './filters.ts'
import { FavouritesPage } from './pages/favourites-page.tsx'
import { favouriteCounts, listFavourites } from './queries.ts'
import { GIVEN_UP, KEPT } from './texts.ts'

/** Keeping a content, and what was kept (ESP-2). */
export function favouriteRoutes(site: WebSite, parts: Parts): void {
  site.post(addresses.contents.keep, (visit) => keepAnswer(visit, parts))
  site.get(addresses.mySpace.favourites, (visit) =>
    visit.actor === undefined ? signInFirst : listAnswer(visit, visit.actor, parts),
  )
}

async function keepAnswer({ actor, form, params, now }: WebVisit, { database }: Parts): Promise<Answer> {
  if (actor === undefined) return signInFirst
  const [typed] = /^\d{1,15}$/.exec(params.content ?? '') ?? []
  if (typed === undefined) return hidden
  const wanted = form.get('garder') !== 'non'
  if (!(await keep(database, actor, { contentId: Number(typed), keep: wanted, now }))) return hidden
  return redirect(localPath(form.get('retour')), wanted ? KEPT : GIVEN_UP)
}

async function listAnswer({ query, path, url, now }: WebVisit, actor: Actor, { database }: Parts): Promise<Answer> {
  const filters = readFavouriteFilters(query)
  const rows = await listFavourites(database, actor, filters)
  const counts = await favouriteCounts(database, actor)
  const props = { rows, counts, ...filters, publishes: mayContribute(actor), path, url, now }
  return page('Mes favoris', <FavouritesPage {...props} />, { robots: 'noindex' })
}
