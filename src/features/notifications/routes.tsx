import { addresses } from '#addresses'
import { mayContribute, mayJudgeAccounts } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import type { Instant } from '#kernel/time'
import { transact } from '#platform/database/database.ts'
import { type Answer, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { filledForm } from '#ui/form-state.ts'
import { listNotices, PAGE_SIZE, preferencesOf } from './list-queries.ts'
import { NotificationsPage } from './pages/notifications-page.tsx'
import { PreferencesPage } from './pages/preferences-page.tsx'
import { markRead, savePreference } from './preference-store.ts'
import { stopRoutes } from './routes-stop.tsx'
import { type Choice, choiceOf, isTopic, mayChoose, TOPICS, type Topic } from './rules.ts'
import type { NoticeTexts } from './slots.ts'
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
      const [one] = NUMBER.exec(form.get('notification')) ?? []
      const [newest] = NUMBER.exec(form.get('jusque')) ?? []
      const which = one === undefined ? { upTo: Number(newest ?? Number.MAX_SAFE_INTEGER) } : [Number(one)]
      await transact(parts.database, (tx) => markRead(tx, id, which, now))
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
  stopRoutes(site, parts)
}

const NUMBER = /^\d{1,15}$/
const NAMES = Object.keys(TOPICS) as Topic[]

type Listing = { parts: Parts; texts: readonly NoticeTexts[] }

const MOST_READINGS = 10

/**
 * A page of the list. Notices of what is no longer open to their reader have no words: unread, they would stand first for
 * ever and hide the others, so they are put with those that were read, and the page is read again.
 */
async function readNotices({ parts, texts }: Listing, person: { id: number; now: Instant }, number: number) {
  const { database } = parts
  for (let reading = 1; ; reading++) {
    const rows = await listNotices(database, person.id, number)
    const words = await wordsOf(texts)(database, rows, person)
    const silent = rows.filter(({ id, readAt }) => readAt === null && !words.has(id)).map(({ id }) => id)
    if (silent.length === 0 || reading === MOST_READINGS) return { rows, words }
    await transact(database, (tx) => markRead(tx, person.id, silent, person.now))
  }
}

async function listAnswer(visit: WebVisit, actor: Actor, { parts, texts }: Listing): Promise<Answer> {
  const number = Math.max(1, Number(/^\d{1,4}$/.exec(visit.query.get('page'))?.[0] ?? 1))
  const { rows, words } = await readNotices({ parts, texts }, { id: actor.id, now: visit.now }, number)
  const notices = rows.flatMap(({ id, createdAt, readAt }) => {
    const found = words.get(id)
    return found === undefined ? [] : [{ id, ...found, createdAt, isRead: readAt !== null }]
  })
  const pages = Math.max(1, number, Math.ceil((rows[0]?.count ?? 0) / PAGE_SIZE))
  const newest = rows[0]?.newest ?? 0
  const props = {
    notices,
    newest,
    page: number,
    pages,
    path: visit.path,
    url: visit.url,
    publishes: mayContribute(actor),
  }
  return page('Mes notifications', <NotificationsPage {...props} submission={newKey()} />, { robots: 'noindex' })
}

/** What a person may be told of: contents of one’s own when one publishes, what waits when one judges. */
function topicsOf(actor: Actor): Topic[] {
  const isTold: Partial<Record<Topic, boolean>> = {
    moderation: mayContribute(actor),
    checks: mayContribute(actor),
    judging: mayJudgeAccounts(actor),
  }
  return NAMES.filter((topic) => isTold[topic] ?? true)
}

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
