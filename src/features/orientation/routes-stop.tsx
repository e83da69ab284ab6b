import { addresses } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { transact } from '#platform/database/database.ts'
import { type Answer, hidden, page } from '#platform/http/answers.ts'
import { hashOf, isKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { StopPage } from './pages/stop-page.tsx'
import { findByKey } from './saved-queries.ts'
import { stopByKey } from './saved-store.ts'

/**
 * « Ne plus me prévenir », from a mail: a page with one button, and the same address for the button of mailboxes, which
 * send without a page of ours (RFC 8058). The key alone says what may be stopped; doing it twice changes nothing.
 */
export function stopRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.orientation.stop, (visit) => stopAnswer(visit, parts))
  site.post(addresses.orientation.stop, (visit) => stopAnswer(visit, parts), { oneClick: true })
}

async function stopAnswer(visit: WebVisit, { database }: Parts): Promise<Answer> {
  const key = visit.params.key ?? ''
  const hash = isKey(key) ? hashOf(key) : undefined
  const found = hash === undefined ? undefined : await findByKey(database, hash)
  if (hash === undefined || found === undefined) return hidden
  const isStopping = visit.method === 'POST'
  if (isStopping) await transact(database, (tx) => stopByKey(tx, hash))
  const props = { name: found.name, watched: found.watched && !isStopping, action: addresses.orientation.stop({ key }) }
  return page('Ne plus être prévenu', <StopPage {...props} />, { robots: 'noindex' })
}
