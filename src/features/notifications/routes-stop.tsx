import { addresses } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { transact } from '#platform/database/database.ts'
import { type Answer, hidden, page, tooMany } from '#platform/http/answers.ts'
import { isKey, keyedHash } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countTry } from '#platform/rate-limits/rate-limit.ts'
import { StopPage, TopicStopPage, UnknownStopPage } from './pages/stop-page.tsx'
import { hasStopped } from './queries.ts'
import { readTopicStop, stopTopicIn } from './stop-actions.ts'
import { stopAddressIn } from './stranger-actions.ts'
import { STOP_TEXTS } from './texts.ts'

/** « Ne plus recevoir », from a mail: a page with one button, and the button of mailboxes (RFC 8058). The key says all. */
export function stopRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.stop, (visit) => addressAnswer(visit, parts))
  site.post(addresses.stop, (visit) => addressAnswer(visit, parts), { oneClick: true })
  site.get(addresses.topicStop, (visit) => topicAnswer(visit, parts))
  site.post(addresses.topicStop, (visit) => topicAnswer(visit, parts), { oneClick: true })
}

const STOPS = { tries: 120, seconds: 3600 }

/** An address without account. */
async function addressAnswer(visit: WebVisit, { database, settings }: Parts): Promise<Answer> {
  const key = visit.params.key ?? ''
  if (!isKey(key)) return hidden
  const isStopping = visit.method === 'POST'
  if (isStopping) {
    const { allowed } = await countTry(database, keyedHash(settings.SECRET, `stops ${visit.network}`), STOPS, visit.now)
    if (!allowed) return tooMany(STOPS.seconds)
    await transact(database, (tx) => stopAddressIn(tx, key, visit.now))
  }
  const what = 'Cette adresse ne recevra plus de recommandations ni de demandes d’aide envoyées depuis le site'
  return page('Ne plus recevoir', <StopPage action={addresses.stop({ key })} what={what} done={isStopping} />, {
    robots: 'noindex',
  })
}

/** A subject, of an account that need not be signed in. A key that we did not sign, or of an account that is gone: the same page. */
async function topicAnswer(visit: WebVisit, { database, settings }: Parts): Promise<Answer> {
  const key = visit.params.key ?? ''
  const stop = readTopicStop(settings.SECRET, key)
  const stopped = stop && (await hasStopped(database, stop.personId, stop.what))
  if (stop === undefined || stopped === undefined) return unknownAnswer
  const isStopping = visit.method === 'POST'
  if (isStopping && !(await transact(database, (tx) => stopTopicIn(tx, stop)))) return unknownAnswer
  const props = { ...STOP_TEXTS[stop.what], action: addresses.topicStop({ key }), done: stopped || isStopping }
  return page('Ne plus recevoir', <TopicStopPage {...props} />, { robots: 'noindex' })
}

const unknownAnswer = page('Lien', <UnknownStopPage />, { status: 404, robots: 'noindex' })
