import { addresses } from '#addresses'
import { isProfessional } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { departementNames } from '#features/territory/queries.ts'
import { type Answer, forbidden, page, redirect, reserved, signInFirst, tooMany } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { chooseWhatIsShown, countPage } from './actions.ts'
import { readDirectoryFilters } from './filters.ts'
import { DirectoryPage } from './pages/directory-page.tsx'
import { directoryCounts, listProfessionals } from './queries.ts'
import { mayBeListed, TOO_MANY_PAGES } from './texts.ts'

/** « Annuaire régional des professionnels » (DIR-1), and what each of them shows there. */
export function directoryRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.directory, (visit) => {
    if (visit.actor === undefined) return signInFirst
    return isProfessional(visit.actor) ? directoryAnswer(visit, visit.actor, parts) : reserved
  })
  site.post(addresses.mySpace.directory, (visit) => choose(visit, parts))
}

async function directoryAnswer(visit: WebVisit, actor: Actor, { database, settings }: Parts): Promise<Answer> {
  const filters = readDirectoryFilters(visit.query)
  const allowance = await countPage(database, { actor, page: filters.page, secret: settings.SECRET }, visit.now)
  if (!allowance.allowed) return tooMany(allowance.retryAfterSeconds, TOO_MANY_PAGES)
  const rows = await listProfessionals(database, filters)
  const counts = await directoryCounts(database, filters)
  const departements = await departementNames(database)
  const body = <DirectoryPage {...{ filters, rows, counts, departements, url: visit.url }} />
  return page('Annuaire des professionnels', body, { robots: 'noindex', islands: ['live-results'] })
}

async function choose({ actor, form, now }: WebVisit, { database }: Parts): Promise<Answer> {
  if (actor === undefined) return signInFirst
  if (!mayBeListed(actor.role)) return forbidden('L’annuaire est celui des professionnels.')
  const isChosen = (name: string) => form.get(name) === 'oui'
  const choices = { listed: isChosen('annuaire'), showsPhone: isChosen('telephone'), showsEmail: isChosen('email') }
  await chooseWhatIsShown(database, actor, choices, now)
  const text = choices.listed ? 'Votre fiche dans l’annuaire est enregistrée.' : 'Vous n’êtes plus dans l’annuaire.'
  return redirect(addresses.mySpace.profile(), text)
}
