import { addresses } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type CommuneAnswer, departementsOfRegion, resolveCommune } from '#features/territory/queries.ts'
import { type Answer, page } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import type { AgendaAsked } from './agenda-conditions-queries.ts'
import { agendaQuery, readAgendaFilters } from './agenda-filters.ts'
import { daysOfMonth, monthWord, neighbours, readMonth } from './agenda-month.ts'
import { agenda, agendaCounts } from './agenda-queries.ts'
import { eventCard } from './cards.ts'
import { datesOfMonth } from './month-queries.ts'
import { AgendaMonthPage } from './pages/agenda-month-page.tsx'
import { AgendaPage } from './pages/agenda-page.tsx'
import type { AgendaFrameProps } from './pages/agenda-view.ts'
import type { RegistrationSlot } from './slots.ts'

/** The agenda, as a list and by month (EVT-5). */
export function agendaRoutes(site: WebSite, parts: Parts, registration: RegistrationSlot): void {
  site.get(addresses.agenda, (visit) => listAnswer(visit, parts, registration))
  site.get(addresses.agendaMonth, (visit) => monthAnswer(visit, parts, registration))
}

type AgendaRead = { asked: AgendaAsked; commune: CommuneAnswer }

/** What is asked, by whom, around which commune. */
export async function readAgenda(
  { actor, query, now }: WebVisit,
  { database }: Parts,
  registration: RegistrationSlot,
): Promise<AgendaRead> {
  const filters = readAgendaFilters(query)
  const commune = await resolveCommune(database, filters.commune)
  const near = commune.kind === 'one' ? commune.commune : undefined
  return { asked: { person: actor, filters, now, near, freeSeats: registration.freeSeats(actor, now) }, commune }
}

const DESCRIPTION = 'Ateliers, permanences, formations et rencontres pour créer son entreprise en Auvergne-Rhône-Alpes.'
const OPTIONS = {
  tags: ['events'],
  description: DESCRIPTION,
  islands: ['live-results', 'commune', 'list-map'],
} as const

async function listAnswer(visit: WebVisit, parts: Parts, registration: RegistrationSlot): Promise<Answer> {
  const { database } = parts
  const { asked, commune } = await readAgenda(visit, parts, registration)
  const counts = await agendaCounts(database, asked)
  const { dates, count } = await agenda(database, asked, counts)
  const ids = dates.map(({ dateId }) => dateId)
  const seats = await registration.seats(database, ids, visit.now)
  const cards = dates.map((date) => ({ ...eventCard(date, seats.get(date.dateId)), key: date.dateId }))
  const frame = await frameOf(visit, parts, { asked, commune, counts, month: undefined })
  const body = <AgendaPage {...{ frame, cards, count, url: visit.url }} tiles={parts.settings.MAP_TILES_URL} />
  const isBeyond = asked.filters.page > 1 || asked.filters.commune !== '' || asked.filters.map
  return page('Agenda', body, { ...OPTIONS, robots: isBeyond ? 'noindex, follow' : undefined })
}

async function monthAnswer(visit: WebVisit, parts: Parts, registration: RegistrationSlot): Promise<Answer> {
  const read = await readAgenda(visit, parts, registration)
  // A month is a period: another one would hide a part of it.
  const asked = { ...read.asked, filters: { ...read.asked.filters, from: undefined, to: undefined, map: false } }
  const { commune } = read
  const month = readMonth(visit.query.get('mois'), visit.now)
  const counts = await agendaCounts(parts.database, asked)
  const days = await datesOfMonth(parts.database, asked, daysOfMonth(month))
  const frame = await frameOf(visit, parts, { asked, commune, counts, month: monthWord(month) })
  const body = <AgendaMonthPage {...{ frame, month, days, now: visit.now }} {...neighbours(month, visit.now)} />
  return page('Agenda par mois', body, { ...OPTIONS, robots: 'noindex, follow' })
}

/** What both views have around their dates. */
async function frameOf(
  { actor }: WebVisit,
  { database, settings }: Parts,
  { asked, commune, counts, month }: AgendaRead & Pick<AgendaFrameProps, 'counts' | 'month'>,
): Promise<AgendaFrameProps> {
  const { filters } = asked
  const calendar = addresses.agendaCalendar(agendaQuery({ ...filters, map: false, page: 1 }))
  return {
    ...{ filters, month, commune, counts },
    departements: await departementsOfRegion(database),
    mayCreate: mayContribute(actor),
    calendarUrl: settings.PUBLIC_URL + calendar,
  }
}
