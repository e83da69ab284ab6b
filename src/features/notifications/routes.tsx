import { addresses } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { transact } from '#platform/database/database.ts'
import { type Answer, hidden, page, redirect, signInFirst, tooMany } from '#platform/http/answers.ts'
import { isKey, keyedHash, newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countTry } from '#platform/rate-limits/rate-limit.ts'
import { filledForm } from '#ui/form-state.ts'
import { listNotices, PAGE_SIZE, preferencesOf } from './list-queries.ts'
import { NotificationsPage } from './pages/notifications-page.tsx'
import { PreferencesPage } from './pages/preferences-page.tsx'
import { StopPage } from './pages/stop-page.tsx'
import { markRead, savePreference } from './preference-store.ts'
import { type Choice, choiceOf, isTopic, mayChoose, TOPICS, type Topic } from './rules.ts'
import type { NoticeTexts } from './slots.ts'
import { stopAddressIn } from './stranger-actions.ts'
import { wordsOf } from './words.ts'

/** The notices of a person, and which mails he wants (ESP-3). `texts`: the words of each feature. */
export function notificationRoutes(site: WebSite, parts: Parts, texts: readonly NoticeTexts[]): void {
  const signedIn = (then: (visit: WebVisit, actor: Actor) => Promise<Answer>) => (visit: WebVisit) =>
    visit.actor === undefined ? signInFirst : then(visit, visit.actor)
  site.get(
    addresses.mySpace.notifications,
    signedIn((visit, actor) => listAnswer(visit, actor, { parts, texts })),
  )
  site.post(
    addresses.mySpace.notificationsRead,
    signedIn(async ({ form, now }, { id }) => {
      const [one] = /^\d{1,15}$/.exec(form.get('notification')) ?? []
      await transact(parts.database, (tx) => markRead(tx, id, one === undefined ? 'all' : [Number(one)], now))
      return redirect(addresses.mySpace.notifications())
    }),
  )
  site.get(
    addresses.mySpace.preferences,
    signedIn(async (_visit, actor) => {
      const chosen = await preferencesOf(parts.database, actor.id)
      return preferencesPage(actor, Object.fromEntries(NAMES.map((topic) => [topic, choiceOf(chosen.get(topic))])), {})
    }),
  )
  site.post(
    addresses.mySpace.preferences,
    signedIn((visit, actor) => saveAnswer(visit, actor, parts)),
  )
  site.get(addresses.stop, (visit) => stopAnswer(visit, parts))
  site.post(addresses.stop, (visit) => stopAnswer(visit, parts), { oneClick: true })
}

const NAMES = Object.keys(TOPICS) as Topic[]

type Listing = { parts: Parts; texts: readonly NoticeTexts[] }

async function listAnswer(visit: WebVisit, actor: Actor, { parts, texts }: Listing): Promise<Answer> {
  const number = Math.max(1, Number(/^\d{1,4}$/.exec(visit.query.get('page'))?.[0] ?? 1))
  const rows = await listNotices(parts.database, actor.id, number)
  const words = await wordsOf(texts)(parts.database, rows, { id: actor.id, now: visit.now })
  const notices = rows.flatMap(({ id, createdAt, readAt }) => {
    const found = words.get(id)
    return found === undefined ? [] : [{ id, ...found, createdAt, isRead: readAt !== null }]
  })
  const pages = Math.max(1, number, Math.ceil((rows[0]?.count ?? 0) / PAGE_SIZE))
  const props = { notices, page: number, pages, path: visit.path, url: visit.url, publishes: mayContribute(actor) }
  return page('Mes notifications', <NotificationsPage {...props} submission={newKey()} />, { robots: 'noindex' })
}

/** Of a creator, what concerns contents of one’s own is not asked. */
const topicsOf = (actor: Actor): Topic[] =>
  mayContribute(actor) ? NAMES : NAMES.filter((topic) => topic !== 'moderation' && topic !== 'checks')

function preferencesPage(actor: Actor, values: Record<string, string>, errors: Record<string, string>): Answer {
  const state = { values: filledForm(values).values, errors }
  const body = <PreferencesPage state={state} topics={topicsOf(actor)} submission={newKey()} />
  return page('Mes mails', body, { status: Object.keys(errors).length > 0 ? 422 : 200, robots: 'noindex' })
}

async function saveAnswer({ form }: WebVisit, actor: Actor, { database }: Parts): Promise<Answer> {
  const asked = topicsOf(actor).map((topic) => [topic, form.get(topic)] as const)
  const wrong = asked.filter(([topic, choice]) => !isTopic(topic) || !mayChoose(topic, choice as Choice))
  if (wrong.length > 0) {
    const errors = Object.fromEntries(wrong.map(([topic]) => [topic, 'Choisissez dans la liste.']))
    return preferencesPage(actor, Object.fromEntries(asked), errors)
  }
  await transact(database, async (tx) => {
    for (const [topic, choice] of asked) await savePreference(tx, actor.id, topic, choice as Choice)
  })
  return redirect(addresses.mySpace.preferences(), 'Vos choix sont enregistrés.')
}

const STOPS = { tries: 120, seconds: 3600 }

/** From a mail to an address without account: a page with one button, and the button of mailboxes (RFC 8058). */
async function stopAnswer(visit: WebVisit, { database, settings }: Parts): Promise<Answer> {
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
