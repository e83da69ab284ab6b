import { addresses } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type Answer, hidden, page, redirect } from '#platform/http/answers.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { addresseesOf } from './addressee-queries.ts'
import { objectToPrescription } from './objection-actions.ts'
import { ObjectedPage } from './pages/objected-page.tsx'
import { ObjectionPage } from './pages/objection-page.tsx'
import { KEPT_PRIVATE, registrationOf } from './routes-one.tsx'

/** « Je m’oppose », for who was enrolled by a professional (art. 14 and 21): the link explains, its button acts. */
export function objectionRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.registrations.objection, (visit) => objectionAnswer(visit, parts))
  site.post(addresses.registrations.objection, (visit) => objectedAnswer(visit, parts))
  site.get(addresses.registrations.objected, async () => page('Opposition enregistrée', <ObjectedPage />, KEPT_PRIVATE))
}

async function objectionAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const found = await registrationOf(visit, parts)
  if (found?.list.kind !== 'prescription') return hidden
  const enroller = (await addresseesOf(parts.database, found)).prescriber ?? 'unknown'
  const body = <ObjectionPage registration={found} enroller={enroller} now={visit.now} submission={newKey()} />
  return page('Je m’oppose à cette inscription', body, KEPT_PRIVATE)
}

/** Afterwards the key is nobody's: sent again, or with a key that never was, it leads to the same page. */
async function objectedAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const found = await registrationOf(visit, parts)
  if (found !== undefined) {
    if (found.list.kind !== 'prescription') return hidden
    const stop = visit.form.get('definitif') === 'oui'
    await objectToPrescription(parts.database, { key: found.key, stop, secret: parts.settings.SECRET }, visit.now)
  }
  return redirect(addresses.registrations.objected())
}
