import { writeFile } from 'node:fs/promises'
import type { Actor } from '#features/accounts/actor.ts'
import type { AgendaAsked } from '#features/events/agenda-conditions-queries.ts'
import { readAgendaFilters } from '#features/events/agenda-filters.ts'
import { daysOfMonth, readMonth } from '#features/events/agenda-month.ts'
import { agenda, agendaCounts } from '#features/events/agenda-queries.ts'
import { datesOfMonth } from '#features/events/month-queries.ts'
import { nextDates } from '#features/events/queries.ts'
import { structuresToMeet } from '#features/home/queries.ts'
import { listChoices, peopleOfList } from '#features/registrations/organiser-queries.ts'
import { hasFreeSeats } from '#features/registrations/seat-queries.ts'
import { readServiceFilters } from '#features/services/listing-rules.ts'
import { listServices, serviceFacets } from '#features/services/queries.ts'
import { readStructureFilters } from '#features/structures/listing-rules.ts'
import { listStructures, structureFacets } from '#features/structures/queries.ts'
import { systemClock } from '#platform/clock.ts'
import { type Database, openDatabase, WORKER_LIMITS } from '#platform/database/database.ts'
import { Fields } from '#platform/http/fields.ts'
import { createLog } from '#platform/log.ts'
import { fillList } from './export.ts'
import { makeDatabase, openServer } from './sites.ts'

const HUNDRED_THOUSAND = 100_000
const SIZE = {
  structures: HUNDRED_THOUSAND,
  services: HUNDRED_THOUSAND,
  dates: HUNDRED_THOUSAND,
  registrations: HUNDRED_THOUSAND,
  members: 100,
}
const FILE = 'docs/plans.md'

type Shown = { title: string; why: string; run(database: Database): Promise<unknown> }

const now = systemClock.now()
const lyon = {
  code: '69123',
  name: 'Lyon',
  departement: '69',
  postalCodes: ['69001'],
  latitude: 45.76,
  longitude: 4.84,
}
const agendaAsked = (query: string, near = false): AgendaAsked => ({
  person: undefined,
  filters: readAgendaFilters(new Fields(query)),
  now,
  near: near ? lyon : undefined,
  freeSeats: hasFreeSeats(undefined, now),
})
const agendaPage = async (database: Database, asked: AgendaAsked) =>
  agenda(database, asked, await agendaCounts(database, asked))
const agendaOf =
  (query: string, near = false) =>
  (database: Database) =>
    agendaPage(database, agendaAsked(query, near))
const asked = <Filters>(read: (get: (name: string) => string) => Filters, query: string, near = false) => {
  const fields = new Fields(query)
  return { filters: read((name) => fields.get(name)), near: near ? lyon : undefined }
}
const structuresOf = (query: string, near = false) => ({
  person: undefined,
  ...asked(readStructureFilters, query, near),
})
const servicesOf = (query: string, near = false) => ({ person: undefined, ...asked(readServiceFilters, query, near) })

const listId = { of: 0 }
const ORGANISER: Actor = {
  ...{ id: SIZE.members + 1, name: 'Camille', email: 'camille@exemple.test', role: 'professional' },
  ...{ departements: [], structures: [1] },
}
const shown: Shown[] = [
  {
    title: 'Agenda, first page',
    why: 'Read in the order of `event_dates_agenda`, from now on, and left as soon as the page is full; the count stops at 1,001.',
    run: agendaOf(''),
  },
  {
    title: 'Agenda, one département',
    why: 'The same walk: one date in twelve is kept, which is quicker than sorting all those of the département.',
    run: agendaOf('departement=69'),
  },
  {
    title: 'Agenda, five filters',
    why: 'Few dates pass: after the figures of the filters, which say so, `event_dates_facets` finds those that have every word.',
    run: agendaOf('departement=69&type=atelier&tarif=gratuit&secteur=ess&taille=seul'),
  },
  {
    title: 'Agenda, with seats left, around a commune',
    why: 'The walk, a square around the commune and its circle; the list of each date is looked up where it is not full.',
    run: agendaOf('places=oui&commune=Lyon&rayon=30', true),
  },
  {
    title: 'Agenda, figures of the filters',
    why: 'Counted on the next 1,001 dates, whatever their number: one walk, then words are counted.',
    run: (database) => agendaCounts(database, agendaAsked('departement=69&places=oui')),
  },
  {
    title: 'Agenda by month',
    why: 'Each day is a walk of its own, left after 51 dates.',
    run: (database) => datesOfMonth(database, agendaAsked(''), daysOfMonth(readMonth('2027-01', now))),
  },
  {
    title: 'Agenda, last page that is shown',
    why: 'Pages end at the fiftieth, so that the walk never counts more than a thousand rows before it shows some.',
    run: agendaOf('page=50'),
  },
  {
    title: 'Next dates, on the home page',
    why: 'The same walk, left after six dates.',
    run: (database) => nextDates(database, undefined, { now, limit: 6 }),
  },
  {
    title: 'Structures to meet, on the home page',
    why: 'Counts the services of each structure of creation: the price is that of their number, here 4,000, some eighty in the region.',
    run: (database) => structuresToMeet(database, 6),
  },
  {
    title: 'Structures, first page',
    why: 'Read in the order of `structures_listing`: nothing is sorted.',
    run: (database) => listStructures(database, structuresOf('')),
  },
  {
    title: 'Structures, by name and département',
    why: 'Many names have these words: the list is walked in its order until a page is full. Rarer words are found by their trigrams (`structures_name_parts`), and the few that are left are sorted.',
    run: (database) => listStructures(database, structuresOf('q=previsionnel 77&departement=69')),
  },
  {
    title: 'Structures near a commune',
    why: 'All are measured, then sorted: the price is that of their number, here 100,000, some thousands in the region.',
    run: (database) => listStructures(database, structuresOf('', true)),
  },
  {
    title: 'Structures, figures of the filters',
    why: 'Counts over the whole list, once a minute at most for each address, since the page is then in memory.',
    run: (database) => structureFacets(database, structuresOf('')),
  },
  {
    title: 'Services, first page',
    why: 'Read in the order of `services_listing`, those about creating first: nothing is sorted.',
    run: (database) => listServices(database, servicesOf('')),
  },
  {
    title: 'Services, by name',
    why: 'The same choice, between `services_listing` and the trigrams of `services_name_parts`.',
    run: (database) => listServices(database, servicesOf('q=previsionnel 77')),
  },
  {
    title: 'Services near a commune',
    why: 'All are measured, then sorted, as for structures.',
    run: (database) => listServices(database, servicesOf('', true)),
  },
  {
    title: 'Services, figures of the filters',
    why: 'Counts over the whole list, as for structures.',
    run: (database) => serviceFacets(database, servicesOf('')),
  },
  {
    title: 'Registrants of a list of 20,000, in the middle',
    why: 'Read from the last one shown, in the order of the numbers: a page costs the same wherever it is.',
    run: (database) => peopleOfList(database, listId.of, { after: 110_000 }),
  },
  {
    title: 'An organiser’s events and lists',
    why: 'From the contents that she is an author of, to their dates, to their lists.',
    run: (database) => listChoices(database, ORGANISER),
  },
]

/** Writes `docs/plans.md`: how PostgreSQL reads each list page, on 100,000 of each. */
export async function writePlans(): Promise<void> {
  const server = await openServer()
  try {
    const { url, world } = await makeDatabase(server.url, 'plans', SIZE)
    listId.of = await fillList(url, world.firstEvent + 2)
    const database = openDatabase(url, WORKER_LIMITS, createLog('error'))
    const parts: string[] = []
    for (const one of shown) parts.push(await planOf(database, one))
    await writeFile(FILE, HEADING + parts.join('\n'))
    await database.close()
  } finally {
    await server.close()
  }
}

const HEADING = `# How the list pages are read

On 100,000 event dates, 100,000 structures, 100,000 services and 100,000 registrations (with one list of 20,000), as a
visitor who is not signed in reads them, but for the last two. Written by \`npm run bench -- plans\`.

`

type Statement = { text: string; values: unknown[] }

/** The statements of `run` as the code writes them, explained with the same values. */
async function planOf(database: Database, { title, why, run }: Shown): Promise<string> {
  const statements = await statementsOf(database, run)
  const blocks: string[] = []
  for (const { text, values } of statements) {
    const explain = `explain (analyze, buffers off, costs off, timing off) ${text}`
    await database.pool.query(explain, values)
    const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(explain, values)
    blocks.push(`\`\`\`\n${rows.map((row) => short(row['QUERY PLAN'])).join('\n')}\n\`\`\`\n`)
  }
  return `## ${title}\n\n${why}\n\n${blocks.join('\n')}`
}

const short = (line: string): string => line.replace(/ \(never executed\)/, ' (not needed)').slice(0, 140)

async function statementsOf(database: Database, run: Shown['run']): Promise<Statement[]> {
  const seen: Statement[] = []
  const query = database.pool.query as (config: { text: string }, values: unknown[]) => Promise<unknown>
  const spy = (config: { text: string }, values: unknown[]) => {
    seen.push({ text: config.text, values })
    return query.call(database.pool, config, values)
  }
  Object.assign(database.pool, { query: spy })
  await run(database)
  Object.assign(database.pool, { query })
  return seen
}
