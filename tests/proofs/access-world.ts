import { eq } from 'drizzle-orm'
import { personDepartements } from '#features/accounts/tables.ts'
import { articles } from '#features/articles/tables.ts'
import { createContentIn } from '#features/contents/actions.ts'
import { type CONTENT_STATES, contents } from '#features/contents/tables.ts'
import { topicStopKey } from '#features/notifications/stop-actions.ts'
import { registrations } from '#features/registrations/tables.ts'
import { resources } from '#features/resources/tables.ts'
import { services } from '#features/services/tables.ts'
import { structures } from '#features/structures/tables.ts'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { loadRhone } from '../account-journey.ts'
import type { Browser } from '../browser.ts'
import { type MadeEvent, make, NOW } from '../make.ts'
import type { TestSite } from '../site.ts'
import type { ActorName } from './access-table.ts'
import { type Around, makeAround } from './access-world-of-decisions.ts'
import { makePrescribed, type Prescribed } from './access-world-of-prescriptions.ts'
import { type MadeProjects, makeProjects } from './access-world-of-projects.ts'

/** Words that stand in what is hidden and nowhere else: none may be read where the answer is no. */
export const CANARY = 'Canari'

type Sheet = { id: number; slug: string }

export type World = {
  events: Record<'public' | 'pro' | 'draft' | 'unpublished' | 'trashed', MadeEvent>
  articles: Record<'public' | 'pro' | 'draft' | 'submitted' | 'trashed', Sheet>
  resource: Sheet
  structure: Sheet
  service: Sheet
  listId: number
  pendingId: number
  registration: { key: string; receipt: string }
  cancelledKey: string
  cancelledId: number
  around: Around
  prescribed: Prescribed
  projects: MadeProjects
  /** Of the mails of one who is none of those who act. */
  topicStop: string
}

const now = Temporal.Instant.from(NOW)

/** Something of everything that an address may be about; what is not public bears a canary. */
export async function makeWorld(site: TestSite, authorId: number): Promise<World> {
  const { database } = site
  await loadRhone(site)
  const title = `${CANARY} du matin`
  const dates = [{ prescription: 5 }]
  const event = (more: Parameters<typeof make.event>[1]) => make.event(database, { title, authorId, dates, ...more })
  const events = {
    public: await make.event(database, { authorId, dates }),
    pro: await event({ access: 'pro' }),
    draft: await event({ state: 'draft' }),
    unpublished: await event({}),
    trashed: await event({}),
  }
  for (const state of ['unpublished', 'trashed'] as const) {
    await database.update(contents).set({ state }).where(eq(contents.id, events[state].id))
  }
  const published = (kind: Kind) => sheet(site, kind, { authorId })
  const [structure, service, resource] = [
    await published('structure'),
    await published('service'),
    await published('resource'),
  ]
  await database.insert(structures).values({ contentId: structure.id, searchName: 'maison' })
  await database.insert(services).values({ contentId: service.id, structureId: structure.id, searchName: 'conseil' })
  await database
    .insert(resources)
    .values({ contentId: resource.id, kind: 'report', link: 'https://exemple.fr/', searchName: 'rapport' })
  const hidden = (more: Partial<SheetGiven>) => sheet(site, 'article', { authorId, title, ...more })
  const made = {
    public: await published('article'),
    pro: await hidden({ access: 'pro' }),
    draft: await hidden({ state: 'draft' }),
    submitted: await hidden({ state: 'submitted' }),
    trashed: await hidden({ state: 'trashed' }),
  }
  await database
    .insert(articles)
    .values(Object.values(made).map(({ id }) => ({ contentId: id, searchName: 'article' })))
  const waiting = { professionalState: 'pending', departement: '69', structureName: 'Maison' } as const
  const pendingId = (await make.person(database, waiting)).id
  const listId = events.public.dates[0]?.listId ?? 0
  const registration = await registered(site, listId, 'confirmed')
  const { key: cancelledKey, id: cancelledId } = await registered(site, listId, 'cancelled')
  const around = await makeAround(site, structure.id, authorId)
  const prescribed = await makePrescribed(site, events.public.dates[0]?.prescriptionListId ?? 0, authorId)
  const projects = await makeProjects(site, authorId)
  const sheets = { articles: made, resource, structure, service }
  const topicStop = topicStopKey(site.parts.settings.SECRET, { personId: pendingId, what: 'comments' })
  const others = { around, prescribed, projects, topicStop }
  return { events, ...sheets, listId, pendingId, registration, cancelledKey, cancelledId, ...others }
}

type Kind = 'structure' | 'service' | 'article' | 'resource'
type SheetGiven = {
  authorId: number
  title?: string
  access?: 'public' | 'pro'
  state?: (typeof CONTENT_STATES)[number]
}

/** A content of that kind, published for everyone unless said otherwise. */
async function sheet({ database }: TestSite, kind: Kind, given: SheetGiven): Promise<Sheet> {
  const { authorId, title = 'Maison de l’entreprise', access = 'public', state = 'published' } = given
  const text = { title, summary: '', presentation: '', departements: ['69'], access }
  const made = await transact(database, (tx) =>
    createContentIn(tx, { kind, ...text, state: 'published', structureId: null, authorId, now }),
  )
  await database.update(contents).set({ state, submittedAt: now }).where(eq(contents.id, made.id))
  return made
}

async function registered({ database }: TestSite, listId: number, state: 'confirmed' | 'cancelled') {
  const keys = { key: newKey(), receipt: newKey() }
  const who = { name: 'Zoé', email: `${state}@exemple.test`, emailKey: `${state}@exemple.test` }
  const row = { ...keys, ...who, listId, state, verifiedAt: now, createdAt: now }
  const [made] = await database.insert(registrations).values(row).returning({ id: registrations.id })
  return { ...keys, id: made?.id ?? 0 }
}

type Given = Parameters<typeof make.signedIn>[1]

const PEOPLE: Record<Exclude<ActorName, 'anonymous'>, Given> = {
  suspended: { role: 'professional', state: 'suspended' },
  creator: {},
  pending: { professionalState: 'pending' },
  reader: { role: 'reader' },
  professional: { role: 'professional' },
  author: { role: 'professional' },
  'animator here': { role: 'animator' },
  'animator elsewhere': { role: 'animator' },
  administrator: { role: 'administrator' },
}

const TERRITORIES: Partial<Record<ActorName, string>> = { 'animator here': '69', 'animator elsewhere': '74' }

/** A new session of somebody of that kind; the author is always the same person. */
export async function enter(site: TestSite, actor: ActorName): Promise<{ browser: Browser; id: number }> {
  if (actor === 'anonymous') return { browser: site.browser(), id: 0 }
  const { browser, id } = await make.signedIn(site, PEOPLE[actor])
  const departement = TERRITORIES[actor]
  if (departement !== undefined) await site.database.insert(personDepartements).values({ personId: id, departement })
  return { browser, id }
}
