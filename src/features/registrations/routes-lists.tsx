import { addresses } from '#addresses'
import { isAdministrator, mayContribute } from '#features/accounts/access.ts'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { audit } from '#features/audit/actions.ts'
import { slugOf } from '#kernel/slug'
import { isoDay } from '#kernel/time'
import { transact } from '#platform/database/database.ts'
import { type Answer, forbidden, hidden, page, piecesOf, signInFirst } from '#platform/http/answers.ts'
import { failingAddresses } from '#platform/mail/failing-addresses.ts'
import type { Parts } from '#platform/parts.ts'
import { ListsPage } from './pages/lists-page.tsx'
import { eventsWithLists, type ListChoice, peopleOfList } from './queries.ts'
import { csvOfList } from './routes-lists-csv.ts'

const SHOWN = 500

/** « Événements-inscriptions »: the organiser's lists, shown and exported; both are written in the log (REG-7). */
export function registrationListRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.mySpace.eventRegistrations, (visit) => listsAnswer(visit, parts))
  site.get(addresses.mySpace.eventRegistrationsExport, (visit) => exportAnswer(visit, parts))
}

async function choicesOf(visit: WebVisit, { database }: Parts): Promise<ListChoice[] | Answer> {
  const { actor } = visit
  if (actor === undefined) return signInFirst
  if (!mayContribute(actor))
    return forbidden(
      'Les listes d’inscrits sont celles des évènements que l’on publie : il faut un compte professionnel validé.',
    )
  return eventsWithLists(database, isAdministrator(actor) ? 'everyone' : actor.id)
}

async function listsAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const choices = await choicesOf(visit, parts)
  if (!Array.isArray(choices)) return choices
  const asked = { event: visit.query.get('evenement'), date: visit.query.get('date'), list: visit.query.get('liste') }
  const known = asked.list === '' ? undefined : choices.find(({ listId }) => String(listId) === asked.list)
  if (asked.list !== '' && known === undefined) return hidden
  const list = known !== undefined && goesWith(known, asked) ? known : undefined
  const people = list && (await peopleOfList(parts.database, list.listId, 0, SHOWN))
  const failing = await failingAddresses(parts.database, people?.map(({ email }) => email) ?? [])
  if (list !== undefined)
    await logReading(visit, parts, { verb: 'registrants-read', list: list.listId, rows: people?.length ?? 0 })
  return page('Événements-inscriptions', <ListsPage {...{ choices, asked, list, people, failing }} now={visit.now} />)
}

/** Without JavaScript another event may be chosen while the list of the former one is still in its field. */
const goesWith = (list: ListChoice, asked: { event: string; date: string }): boolean =>
  (asked.event === '' || asked.event === String(list.eventId)) &&
  (asked.date === '' || asked.date === String(list.dateId))

async function exportAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const choices = await choicesOf(visit, parts)
  if (!Array.isArray(choices)) return choices
  const list = choices.find(({ listId }) => String(listId) === visit.query.get('liste'))
  if (list === undefined) return hidden
  await logReading(visit, parts, { verb: 'registrants-exported', list: list.listId, rows: list.taken + list.waiting })
  const name = `inscrits-${slugOf(list.title)}-${isoDay(list.startsAt)}.csv`
  return {
    kind: 'data',
    body: piecesOf(csvOfList(parts.database, list)),
    contentType: 'text/csv; charset=utf-8',
    headers: { 'content-disposition': `attachment; filename="${name}"` },
  }
}

/** Who read which list, when, and how many rows: numbers only. */
function logReading(
  visit: WebVisit,
  { database }: Parts,
  reading: { verb: string; list: number; rows: number },
): Promise<void> {
  const { verb, list, rows } = reading
  const entry = { actorId: visit.actor?.id ?? null, verb, object: `list:${list}`, details: { rows }, now: visit.now }
  return transact(database, (tx) => audit(tx, entry))
}
