// A project in each situation, each of its objects with a canary of its own, and the fifteen who try.
import { eq, sql } from 'drizzle-orm'
import { affiliations, people, personDepartements, sessions } from '#features/accounts/tables.ts'
import { canvases, canvasNotes, canvasVersions } from '#features/canvas/tables.ts'
import { files } from '#features/files/tables.ts'
import { glassOpenings, projectAdvisers, projectComments, projects } from '#features/projects/tables.ts'
import { daysLater, hours } from '#kernel/time'
import { openStorage } from '#platform/files/open-storage.ts'
import { newKey } from '#platform/keys.ts'
import { make, NOW } from '../make.ts'
import type { TestSite } from '../site.ts'
import { makeProject } from './access-world-of-projects.ts'
import { restorer } from './projects-access-restore.ts'
import { type Cell, OBJECTS, type Person, SITUATIONS, type Situation, type Thing } from './projects-access-table.ts'
import { editForm, send } from './projects-access-tries.ts'
import { makeHouse } from './registrations-access-world.ts'

const now = Temporal.Instant.from(NOW)

export type Target = {
  project: number
  canvas: number
  /** Its other canvas; nobody’s own project has one of that number. */
  otherCanvas: number
  note: number
  comment: number
  noteComment: number
  version: number
  adviser: number
  file: { key: string; name: string }
  /** Sent by the owner, joined to nothing. */
  spare: string
  /** The sheet, as its last form was opened. */
  sheetVersion: number
  /** The project of who tries. */
  own: { project: number; sheetVersion: number }
  /** In every word of an object, and nowhere else. */
  canaries: Record<Thing, string>
}

export type ProjectsWorld = {
  cookie(cell: Cell): string
  target(cell: Cell): Target
  /** Puts all back as it was; the tables that had changed. */
  restore(): Promise<string[]>
}

type Signed = { id: number; email: string; cookie: string }
type Given = Parameters<typeof make.signedIn>[1]

const PEOPLE: Record<Exclude<Person, 'anonymous'>, Given> = {
  'link bearer': { role: 'professional' },
  unverified: { state: 'unconfirmed' },
  creator: {},
  owner: {},
  pending: { professionalState: 'pending' },
  reader: { role: 'reader' },
  professional: { role: 'professional' },
  author: { role: 'professional' },
  'same structure': { role: 'professional' },
  adviser: { role: 'professional' },
  'animator here': { role: 'animator' },
  'animator elsewhere': { role: 'animator' },
  administrator: { role: 'administrator' },
  suspended: { role: 'professional', state: 'suspended' },
}

export async function makeProjectsWorld(site: TestSite): Promise<ProjectsWorld> {
  const who = new Map<Person, Signed>()
  for (const [person, given] of Object.entries(PEOPLE) as [Person, Given][]) who.set(person, await signIn(site, given))
  const get = (person: Person): Signed => who.get(person) ?? { id: 0, email: '', cookie: '' }
  const erased = await signIn(site, {})
  await placePeople(site, get)
  const owns = new Map<Person, Target['own']>()
  for (const [person, { id }] of who) {
    const { id: project } = await makeProject(site, { ownerId: id, adviserId: get('reader').id })
    owns.set(person, { project, sheetVersion: 1 })
  }
  const made = new Map<Situation, Omit<Target, 'own'>>()
  for (const situation of SITUATIONS) {
    const owner = situation === 'creator erased' ? erased : get('owner')
    const target = await makeTarget(site, { owner, adviserId: get('adviser').id, place: made.size })
    await haveOthers(site, target.project, get)
    await become(site, situation, { target, ownerId: owner.id })
    made.set(situation, target)
  }
  return {
    cookie: ({ person, situation }) =>
      person === 'owner' && situation === 'creator erased' ? erased.cookie : get(person).cookie,
    target({ person, situation }) {
      const own = owns.get(person) ?? { project: NOBODY, sheetVersion: 1 }
      return { ...(made.get(situation) as Target), own }
    },
    restore: await restorer(site),
  }
}

const NOBODY = 999_999_999

/** The same questions about what does not exist. */
export const unknownOf = ({ own, ...target }: Target): Target => ({
  ...target,
  ...{ project: NOBODY, otherCanvas: 9, note: NOBODY, comment: NOBODY, noteComment: NOBODY, version: 99 },
  ...{ file: { key: 'a'.repeat(26), name: target.file.name }, own },
})

async function signIn(site: TestSite, given: Given): Promise<Signed> {
  const { id, email, browser } = await make.signedIn(site, given)
  return { id, email, cookie: browser.cookieHeader }
}

async function placePeople(site: TestSite, get: (person: Person) => Signed): Promise<void> {
  const { database } = site
  await database.delete(sessions).where(eq(sessions.personId, get('link bearer').id))
  await database.insert(personDepartements).values([
    { personId: get('animator here').id, departement: '69' },
    { personId: get('animator elsewhere').id, departement: '74' },
  ])
  const structureId = await makeHouse(site, get('same structure').id)
  await database.insert(affiliations).values({ personId: get('adviser').id, structureId, since: now })
  await make.event(database, { authorId: get('author').id })
}

type Making = { owner: Signed; adviserId: number; place: number }

async function makeTarget(site: TestSite, { owner, adviserId, place }: Making): Promise<Omit<Target, 'own'>> {
  const { id: project, ...made } = await makeProject(site, { ownerId: owner.id, adviserId })
  const canaries = Object.fromEntries(
    OBJECTS.map((thing, index) => [thing, `zqp${place * 10 + index}x`]),
  ) as Target['canaries']
  const sent = () => sendFile(site, owner.id, canaries.attachment)
  const [file, spare] = [await sent(), await sent()]
  const joined = await send(site, owner.cookie, editForm({ project, sheetVersion: 1 }, { 'documents.cle': [file.key] }))
  if (joined.statusCode !== 303) throw new Error(`not joined: ${joined.statusCode}`)
  const numbers = await mark(site, { project, ...made, canaries })
  const { noteId: note, commentId: comment, adviserId: adviser } = made
  const whole = { project, ...numbers, canvas: 1, note, comment, adviser }
  return { ...whole, canaries, file, spare: spare.key, sheetVersion: 2 }
}

type Marked = { project: number; noteId: number; commentId: number; canaries: Target['canaries'] }

/** Writes the canaries; the numbers within the project are none that other projects have. */
async function mark({ database }: TestSite, { project, noteId, commentId, canaries }: Marked) {
  const words = { name: `Projet ${canaries.sheet}`, communeCode: '69123' }
  const text = canaries.sheet
  const sections = { idea: text, activity: text, needs: text, calendar: text, team: text, budget: text }
  await database
    .update(projects)
    .set({ ...words, ...sections })
    .where(eq(projects.id, project))
  const said = (canary: string) => ({ subject: `Objet ${canary}`, body: `Avis ${canary}` })
  const { id } = projectComments
  await database.update(projectComments).set(said(canaries['comment on the sheet'])).where(eq(id, commentId))
  const [under] = await database
    .update(projectComments)
    .set({ ...said(canaries['comment on a note']), subject: '' })
    .where(eq(projectComments.noteId, noteId))
    .returning({ id })
  const name = `Canevas ${canaries.canvas}`
  const boards = await database
    .update(canvases)
    .set({ name, number: sql`case when ${canvases.number} = 2 then 5 else 1 end` })
    .where(eq(canvases.projectId, project))
    .returning({ id: canvases.id, number: canvases.number })
  const body = `Post-it ${canaries.note}`
  await database.update(canvasNotes).set({ body }).where(eq(canvasNotes.id, noteId))
  const notes = [{ id: noteId, block: 'value' as const, position: 'V', body: canaries.history, colour: 'sun' as const }]
  const board = boards.find(({ number }) => number === 1)?.id ?? 0
  const version = { number: 7, label: `Version ${canaries.history}`, notes }
  await database.update(canvasVersions).set(version).where(eq(canvasVersions.canvasId, board))
  return { noteComment: under?.id ?? 0, version: 7, otherCanvas: 5 }
}

async function sendFile({ database, parts }: TestSite, ownerId: number, canary: string) {
  const bytes = Buffer.from(canary.repeat(20))
  const storageKey = `files/${newKey()}`
  await openStorage(parts.settings, fetch).put(storageKey, bytes, bytes.length)
  const file = { key: newKey(), name: `${canary}.txt`, description: canary, ownerId, sha256: newKey(), storageKey }
  const kind = { mediaType: 'text/plain', kind: 'document', state: 'ready' } as const
  await database.insert(files).values({ ...file, ...kind, bytes: bytes.length, createdAt: now })
  return { key: file.key, name: file.name }
}

/** Those who almost read: invited and waiting, suspended, gone by themselves, an hour of glass that is over. */
async function haveOthers({ database }: TestSite, projectId: number, get: (person: Person) => Signed): Promise<void> {
  const asked = (person: Person) => {
    const { id: personId, email } = get(person)
    return { projectId, personId, email, emailKey: email, askedFrom: 'sheet' as const, invitedAt: now }
  }
  await database.insert(projectAdvisers).values([
    { ...asked('pending'), personId: null, state: 'pending' },
    { ...asked('unverified'), personId: null, state: 'pending' },
    { ...asked('suspended'), state: 'active', activeAt: now },
    { ...asked('professional'), state: 'left', activeAt: now, openedAt: now, endedAt: now },
  ])
  const openedAt = daysLater(now, -1)
  const opening = { projectId, administratorId: get('administrator').id, reason: 'Une demande du créateur', openedAt }
  await database.insert(glassOpenings).values({ ...opening, endsAt: openedAt.add(hours(1)) })
}

type Becoming = { target: Omit<Target, 'own'>; ownerId: number }

async function become({ database }: TestSite, situation: Situation, { target, ownerId }: Becoming): Promise<void> {
  const { project, adviser } = target
  if (situation === 'archived')
    await database.update(projects).set({ state: 'archived', archivedAt: now }).where(eq(projects.id, project))
  if (situation === 'adviser revoked')
    await database
      .update(projectAdvisers)
      .set({ state: 'withdrawn', endedAt: now })
      .where(eq(projectAdvisers.id, adviser))
  if (situation === 'creator erased') await database.delete(people).where(eq(people.id, ownerId))
}

/** For a message: what a cell is. */
export const nameOf = ({ person, action, thing, situation }: Cell): string =>
  `${action} ${thing}, ${situation}, ${person}`
