import { addresses } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { placeTextOfDate } from '#features/events/place-text.ts'
import { type Answer, page, redirect } from '#platform/http/answers.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import { expectedOnDate, findDate, type ListChoice } from './organiser-queries.ts'
import { countsText, MARKING_TEXTS } from './organiser-texts.ts'
import { PresencesPage } from './pages/presences-page.tsx'
import { SheetPage } from './pages/sheet-page.tsx'
import { type Marked, markPresencesIn } from './presence-actions.ts'
import { countPresences } from './presence-counts.ts'
import { listsOfChosenDate, noteReading } from './routes-lists-choice.ts'
import { mayMarkPresence, PRESENCES, type Presence } from './rules.ts'

/** The sheet that people sign, and who came (REG-8): for one date, its lists together, as people stand at the door. */
export function sheetRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.registrants.sheet, (visit) => sheetAnswer(visit, parts))
  site.get(addresses.registrants.presences, (visit) => presencesAnswer(visit, parts))
  site.post(addresses.registrants.presences, (visit) => markAnswer(visit, parts))
}

type Page = 'feuille' | 'presences'

async function readExpected(visit: WebVisit, parts: Parts, of: { lists: readonly ListChoice[]; page: Page }) {
  const { lists, page } = of
  const expected = await expectedOnDate(parts.database, lists[0]?.dateId ?? 0)
  const details = { rows: expected.length, page }
  await noteReading(visit, parts, { verb: 'registrants-read', lists: lists.map(({ listId }) => listId), details })
  return expected
}

async function sheetAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const lists = await listsOfChosenDate(visit, parts)
  if (!Array.isArray(lists)) return lists
  const [list] = lists
  const found = await findDate(parts.database, list.dateId)
  const expected = await readExpected(visit, parts, { lists, page: 'feuille' })
  const place = found === undefined ? '' : placeTextOfDate(found.event, found.date)
  return page('Feuille d’émargement', <SheetPage {...{ lists, expected, place }} now={visit.now} />, {
    robots: 'noindex',
    islands: ['print'],
  })
}

const SHOWN = 200

const pageAsked = (typed: string): number => (/^\d{1,4}$/.test(typed) ? Math.max(1, Number(typed)) : 1)

async function presencesAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const lists = await listsOfChosenDate(visit, parts)
  if (!Array.isArray(lists)) return lists
  const all = await readExpected(visit, parts, { lists, page: 'presences' })
  const pages = Math.max(1, Math.ceil(all.length / SHOWN))
  const at = Math.min(pageAsked(visit.query.get('page')), pages)
  const body = (
    <PresencesPage
      lists={lists}
      shown={all.slice((at - 1) * SHOWN, at * SHOWN)}
      counts={countPresences(all)}
      pager={{ page: at, pages, url: visit.url }}
      mayMark={mayMarkPresence(lists[0], visit.now)}
      submission={newKey()}
      now={visit.now}
    />
  )
  return page('Présences', body, { robots: 'noindex' })
}

async function markAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  const lists = await listsOfChosenDate(visit, parts)
  if (!Array.isArray(lists)) return lists
  const [{ dateId }] = lists
  const { database } = parts
  const by = visit.actor?.id ?? 0
  const presences = readMarks(visit)
  const location = addresses.registrants.presences({ date: dateId, page: visit.query.get('page') })
  const done = await once(
    database,
    visit.submission,
    async (tx): Promise<Marked> => {
      let marked: Marked = { kind: 'marked', count: 0 }
      for (const listId of lists.map((list) => list.listId).sort((a, b) => a - b)) {
        if (marked.kind === 'marked') marked = await markPresencesIn(tx, { listId, presences }, by, visit.now)
      }
      return marked
    },
    (marked) => (marked.kind === 'marked' ? location : undefined),
  )
  if (done.kind === 'done' && done.value.kind === 'refused')
    return { kind: 'redirect', location, flash: { tone: 'warn', text: MARKING_TEXTS[done.value.because] } }
  return redirect(
    location,
    `Présences enregistrées : ${countsText(countPresences(await expectedOnDate(database, dateId)))}.`,
  )
}

const isPresence = (typed: string): typed is Presence => (PRESENCES as readonly string[]).includes(typed)

/** `presence.12=present`; an empty one takes the mark back, any other word is not ours. */
function readMarks({ form }: WebVisit): Map<number, Presence | null> {
  const marks = new Map<number, Presence | null>()
  for (const [name, typed] of form.entries()) {
    const id = /^presence\.(\d{1,15})$/.exec(name)?.[1]
    if (id !== undefined && (typed === '' || isPresence(typed))) marks.set(Number(id), typed === '' ? null : typed)
  }
  return marks
}
