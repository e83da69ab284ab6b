import { addresses } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type Answer, page } from '#platform/http/answers.ts'
import { failingAddresses } from '#platform/mail/failing-addresses.ts'
import type { Parts } from '#platform/parts.ts'
import { nearestFirst } from './list-order.ts'
import { readingsOfList } from './organiser-log-queries.ts'
import { type ListChoice, listChoices, peopleOfList } from './organiser-queries.ts'
import type { ListPeopleProps } from './pages/list-people.tsx'
import { ListsPage } from './pages/lists-page.tsx'
import { chosenList, isAnswer, noteReading, organiserOf } from './routes-lists-choice.ts'
import { registrationExportRoutes } from './routes-lists-export.ts'
import { messageRoutes } from './routes-messages.tsx'
import { movingPlacesRoutes } from './routes-moving-places.tsx'
import { removalRoutes } from './routes-removal.tsx'
import { sheetRoutes } from './routes-sheet.tsx'

const SHOWN = 500

/** « Événements-inscriptions »: the organiser's lists, and all that is done with those who are on them (REG-7, REG-8). */
export function registrationListRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.mySpace.eventRegistrations, (visit) => listsAnswer(visit, parts))
  registrationExportRoutes(site, parts)
  sheetRoutes(site, parts)
  messageRoutes(site, parts)
  movingPlacesRoutes(site, parts)
  removalRoutes(site, parts)
}

async function listsAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const actor = organiserOf(visit)
  if ('kind' in actor) return actor
  const choices = nearestFirst(await listChoices(parts.database, actor), visit.now)
  const asked = { event: visit.query.get('evenement'), date: visit.query.get('date'), list: visit.query.get('liste') }
  const known = asked.list === '' ? undefined : await knownList(visit, parts, choices)
  if (known !== undefined && isAnswer(known)) return known
  const list = known !== undefined && goesWith(known, asked) ? known : undefined
  const chosen = list && (await peopleShown(visit, parts, list))
  return page('Événements-inscriptions', <ListsPage {...{ choices, asked, chosen }} now={visit.now} />)
}

/** One of those that are offered, or one that so many others leave no room for. */
async function knownList(visit: WebVisit, parts: Parts, choices: readonly ListChoice[]): Promise<ListChoice | Answer> {
  const offered = choices.find(({ listId }) => String(listId) === visit.query.get('liste'))
  return offered ?? chosenList(visit, parts)
}

/** Without JavaScript another event may be chosen while the list of the former one is still in its field. */
const goesWith = (list: ListChoice, asked: { event: string; date: string }): boolean =>
  (asked.event === '' || asked.event === String(list.eventId)) &&
  (asked.date === '' || asked.date === String(list.dateId))

/** Who looked before is read first: whoever looks now is not told of himself. */
async function peopleShown(visit: WebVisit, parts: Parts, list: ListChoice): Promise<ListPeopleProps> {
  const { database } = parts
  const found = await peopleOfList(database, list.listId, { limit: SHOWN + 1 })
  const people = found.slice(0, SHOWN)
  const emails = people.map(({ email }) => email).filter((email) => email !== '')
  const failing = await failingAddresses(database, emails)
  const readings = await readingsOfList(database, list.listId)
  await noteReading(visit, parts, { verb: 'registrants-read', lists: [list.listId], details: { rows: people.length } })
  return { list, people, isCut: found.length > SHOWN, failing, readings, now: visit.now }
}
