// Measures the site as it is built, on this machine: `npm run bench`, or one part of it: `npm run bench -- hot`. Ratios come
// from one run, so that a slow or busy machine changes them little. Always ends with 0: what is missed is marked.
// `npm run bench -- plans` writes docs/plans.md; `npm run bench -- search` measures the search, alone;
// `npm run bench -- orientation` the orientation; `npm run bench -- canvas` a canvas with fifty people in front of it.
import { setTimeout as pause } from 'node:timers/promises'
import { addresses } from '#addresses'
import { measureCachedPages } from './cached-pages.ts'
import { measureCanvas } from './canvas.ts'
import { measureExport } from './export.ts'
import { measureFirstVisit } from './first-visit.ts'
import { measureHotDate } from './hot-date.ts'
import { measureGrowth, measureMadePages } from './made-pages.ts'
import { measureOrientation } from './orientation.ts'
import { writePlans } from './plans.ts'
import { CLIENT_CORE, memoryOf, pinSelf, stopAll } from './processes.ts'
import { measureSearch } from './search.ts'
import { makeDatabase, openServer, startWeb, startWorker } from './sites.ts'
import { atMost, type Line, print } from './table.ts'
import { memberSession, ORGANISER_SESSION, type World } from './world.ts'

const MEMBERS = 3000
const SMALL = { structures: 1500, services: 1000, dates: 1000, registrations: 1000, members: MEMBERS }
const LARGE = { structures: 3000, services: 9000, dates: 100_000, registrations: 1_000_000, members: MEMBERS }

const pagesOf = ({ firstEvent, firstStructure }: World) => ({
  home: addresses.home(),
  agenda: addresses.agenda(),
  event: addresses.events.one({ item: `atelier-${firstEvent + 1}` }),
  structure: addresses.structures.one({ item: `fiche-${firstStructure + 1}` }),
})

/** On as many structures as the sources of the region hold, and four times their services. */
const lists = { structures: addresses.structures.all(), services: addresses.services.all() }

const organiserPages = {
  'my space': addresses.mySpace.home(),
  'my events': addresses.mySpace.events(),
  'my lists': addresses.mySpace.eventRegistrations(),
}

const agendas = {
  agenda: addresses.agenda(),
  'one département': addresses.agenda({ departement: '69' }),
  'five filters': addresses.agenda({
    departement: '69',
    type: 'atelier',
    tarif: 'gratuit',
    secteur: 'ess',
    taille: 'seul',
  }),
  'page 40': addresses.agenda({ page: 40 }),
}

/** What reads registrations, of which a member has sixty-six. */
const registrationPages = { 'my registrations': addresses.mySpace.registrations() }

const cookie = (session: string) => `session=${session}`

/** The site and the worker, ten seconds after their start. */
async function memoryAtRest(url: string, web: number): Promise<Line[]> {
  const worker = startWorker(url)
  await pause(10_000)
  const sum = (await memoryOf(web)) + (await memoryOf(worker.pid))
  await worker.stop()
  return [atMost('web + worker at rest', sum, 250, 'MB')]
}

const wanted = process.argv[2] ?? ''
if (wanted === 'plans') {
  await writePlans()
  process.exit()
}
const server = await openServer()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await stopAll()
    await server.close()
    process.exit(1)
  })
}
const part = async (title: string, measure: () => Promise<Line[]>) => {
  if (title.toLowerCase().includes(wanted)) print(title, await measure())
}
/** What has a database of its own. */
const alone: Record<string, (server: string) => Promise<Line[]>> = {
  search: measureSearch,
  orientation: measureOrientation,
  canvas: measureCanvas,
}
const measureAlone = alone[wanted]
if (measureAlone !== undefined) {
  print(wanted, await measureAlone(server.url).finally(() => server.close()))
  process.exit()
}
try {
  pinSelf(CLIENT_CORE)
  const small = await makeDatabase(server.url, 'bench_small', SMALL)
  const large = await makeDatabase(server.url, 'bench_large', LARGE)
  const web = await startWeb(small.url)
  const pages = pagesOf(small.world)
  await part('Memory', () => memoryAtRest(small.url, web.process.pid))
  await part('First visit of an event page', () => measureFirstVisit(web, pages.event))
  await part('Kept in memory, one core', () => measureCachedPages(web, server.folder, pages))
  await part('Made for anybody, 1,000 dates', () => measureMadePages(web, { ...pages, ...lists }))
  await part('Made for a member', () => measureMadePages(web, pages, { cookie: cookie(memberSession(1)) }))
  await part('Made for an organiser', () =>
    measureMadePages(web, organiserPages, { cookie: cookie(ORGANISER_SESSION) }),
  )
  const second = await startWeb(large.url)
  await part('From 1,000 dates to 100,000', () => measureGrowth(web, second, agendas))
  await part('From 1,000 registrations to 1,000,000', () =>
    measureGrowth(web, second, registrationPages, cookie(memberSession(5))),
  )
  await web.process.stop()
  const { firstEvent } = large.world
  await part('One hot date, 64 clients', () => measureHotDate(second, large.url, firstEvent + 1, MEMBERS))
  await part('Export', () => measureExport(second, large.url, firstEvent + 2))
  await second.process.stop()
} finally {
  await server.close()
}
