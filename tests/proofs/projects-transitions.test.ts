// Losing a right works on the next request and on every line that is open (rule 7 of the matrix of rights, N9): twelve changes.
import { eq } from 'drizzle-orm'
import type { LightMyRequestResponse as Answer } from 'fastify'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addresses } from '#addresses'
import { people } from '#features/accounts/tables.ts'
import { CHANGE_TYPE } from '#features/canvas/changes.ts'
import { expireInvitations } from '#features/projects/adviser-actions.ts'
import { projectAdvisers } from '#features/projects/tables.ts'
import { daysLater } from '#kernel/time'
import { newKey } from '#platform/keys.ts'
import type { Browser, Form } from '../browser.ts'
import { onTheLine } from '../faults.ts'
import { type LiveLine, listenTo, openToRequests } from '../live-line.ts'
import { make, NOW } from '../make.ts'
import { proved } from '../proof.ts'
import { differences, rowCounts } from '../row-counts.ts'
import { openSite, type TestSite } from '../site.ts'
import { openTwin } from '../twin.ts'
import { until } from '../until.ts'
import { type MadeProject, makeProject } from './access-world-of-projects.ts'

const now = Temporal.Instant.from(NOW)
/** Written once the right is lost. */
const SECRET = 'Zqsecret'
/** In the sheet and on the post-it from the beginning. */
const CANARY = 'Canari'
const MINUTE_MS = 60_000

let site: TestSite
let origin = ''
beforeAll(async () => {
  // A line that nothing tells of the loss asks again each minute: by our clock.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  site = await openSite({ now: NOW })
  origin = await openToRequests(site)
})
afterAll(async () => {
  vi.useRealTimers()
  await site.close()
})

const { admin, canvas, mySpace, projects } = addresses
const form = (more: Form = {}): Form => ({ submission: newKey(), ...more })

type Person = { id: number; browser: Browser }
type Scene = {
  owner: Person
  adviser: Person
  administrator: Person
  /** Another adviser, who stays. */
  staying: Person
  made: MadeProject
  of: { project: number; canvas: number; note: number }
}
type Who = 'owner' | 'adviser' | 'administrator'

async function openScene(): Promise<Scene> {
  const owner = await make.signedIn(site)
  const adviser = await make.signedIn(site, { role: 'professional' })
  const staying = await make.signedIn(site, { role: 'reader' })
  const administrator = await make.signedIn(site, { role: 'administrator' })
  const made = await makeProject(site, { ownerId: owner.id, adviserId: adviser.id })
  const { id: projectId, noteId: note } = made
  const asked = { projectId, personId: staying.id, email: staying.email, emailKey: staying.email }
  const since = { invitedAt: now, activeAt: now, openedAt: now, seenAt: now }
  await site.database.insert(projectAdvisers).values({ ...asked, ...since, state: 'active', askedFrom: 'sheet' })
  const glass = form({ projet: String(projectId), motif: 'Le créateur a demandé de retrouver un document.' })
  await administrator.browser.post(admin.glass(), glass)
  return { owner, adviser, staying, administrator, made, of: { project: projectId, canvas: 1, note } }
}

const saveAs = ({ id }: Person, change: Partial<typeof people.$inferInsert>) =>
  site.database.update(people).set(change).where(eq(people.id, id))

/** Another page of the same session. */
function elsewhere({ browser }: Person): Browser {
  const page = site.browser()
  const [name = '', key = ''] = browser.cookieHeader.split('=')
  page.setCookie(name, key)
  return page
}

const addNote = ({ owner, of }: Scene, text: string) =>
  owner.browser.post(canvas.notes(of), form({ bloc: 'costs', texte: text, couleur: 'sun' }))
const addComment = ({ staying, of }: Scene, text: string) =>
  staying.browser.post(canvas.comment(of), form({ commentaire: text }))

type Loss = {
  who: Who
  lose(scene: Scene): Promise<unknown>
  next: 401 | 404
  /** What happens next on the canvas; undefined: nobody can write there any more. */
  tell?: (scene: Scene, text: string) => Promise<Answer>
  /** The loss itself is told, and the line needs no other word. */
  isTold?: true
}

const LOSSES: Record<string, Loss> = {
  'the creator withdraws his adviser': {
    ...{ who: 'adviser', next: 404, tell: addNote, isTold: true },
    lose: ({ owner, made, of }) => owner.browser.post(projects.withdraw({ ...of, adviser: made.adviserId }), form()),
  },
  'the adviser leaves from another page': {
    ...{ who: 'adviser', next: 404, tell: addNote, isTold: true },
    lose: ({ adviser, of }) => elsewhere(adviser).post(projects.leave(of), form()),
  },
  'the adviser is suspended': {
    ...{ who: 'adviser', next: 401, tell: addNote },
    lose: ({ adviser }) => saveAs(adviser, { state: 'suspended' }),
  },
  'the adviser is no professional any more': {
    ...{ who: 'adviser', next: 404, tell: addNote },
    lose: ({ adviser }) => saveAs(adviser, { role: 'creator', professionalState: 'none' }),
  },
  'the adviser signs out of every browser': {
    ...{ who: 'adviser', next: 401, tell: addNote },
    lose: ({ adviser }) => elsewhere(adviser).post(mySpace.signOutEverywhere(), form()),
  },
  'the creator is suspended': {
    ...{ who: 'owner', next: 401, tell: addComment },
    lose: ({ owner }) => saveAs(owner, { state: 'suspended' }),
  },
  'the project is deleted': {
    ...{ who: 'adviser', next: 404, isTold: true },
    lose: ({ owner, of }) => owner.browser.post(projects.remove(of), form()),
  },
  'the creator is erased': {
    ...{ who: 'adviser', next: 404 },
    lose: ({ owner }) => site.database.delete(people).where(eq(people.id, owner.id)),
  },
  'the hour of the glass is over': {
    ...{ who: 'administrator', next: 404, tell: addNote },
    lose: async () => site.at(now.add({ minutes: 60, seconds: 1 }).toString()),
  },
  'who broke the glass is no administrator any more': {
    ...{ who: 'administrator', next: 404, tell: addNote },
    lose: ({ administrator }) => saveAs(administrator, { role: 'professional', professionalState: 'validated' }),
  },
}

const lineOf = ({ browser }: Person, { of }: Scene, vu = 1): LiveLine =>
  listenTo(origin, canvas.live(of, { vu }), browser.cookieHeader)

/** What an open page had still to send when the right went. */
async function sendQueued({ browser }: Person, { of }: Scene): Promise<Answer[]> {
  const asIsland = { accept: CHANGE_TYPE }
  const text = 'Attendait le réseau'
  const written = { texte: text, couleur: 'sun', vu: '0' }
  return [
    await browser.post(canvas.notes(of), form({ bloc: 'costs', ...written }), asIsland),
    await browser.post(canvas.note(of), form({ version: '1', ...written }), asIsland),
    await browser.post(canvas.move(of), form({ bloc: 'costs', place: 'fin', vu: '0' }), asIsland),
    await browser.post(canvas.comment(of), form({ commentaire: text, vu: '0' }), asIsland),
    await browser.post(projects.comment(of), form({ objet: text, commentaire: text })),
  ]
}

/** All that a page would ask again, its line included. */
async function askAgain({ browser }: Person, { of }: Scene): Promise<Answer[]> {
  const places = [canvas.first(of), canvas.note(of), canvas.pdf(of), projects.one(of), projects.journal(of)]
  const answers: Answer[] = []
  for (const place of places) answers.push(await browser.get(place))
  answers.push(await browser.get(canvas.live(of, { suite: 'non' }), { 'last-event-id': '0' }))
  return answers
}

const saysNothing = ({ body }: Answer) => !body.includes(SECRET) && !body.includes(CANARY)

/** Drafts: what was typed as a session ended is kept for whom it is. */
const KEPT = ['form_drafts', 'submissions', 'sessions']

async function checkRefused(person: Person, scene: Scene, next: number): Promise<void> {
  const before = await rowCounts(site.database, KEPT)
  const queued = await sendQueued(person, scene)
  expect(differences(before, await rowCounts(site.database, KEPT))).toEqual({})
  const asked = await askAgain(person, scene)
  expect(new Set([...queued, ...asked].map(({ statusCode }) => statusCode))).toEqual(new Set([next]))
  expect([...queued, ...asked].every(saysNothing)).toBe(true)
  if (next === 404) for (const answer of [queued[0], queued[3]]) expect(answer?.body).toContain('Attendait le réseau')
}

const tried = new Set<string>()

test.each(Object.entries(LOSSES))(
  'R14: %s: his line ends, hears nothing, and all he asks is refused',
  async (name, loss) => {
    const scene = await openScene()
    const person = scene[loss.who]
    const line = lineOf(person, scene)
    const staying = lineOf(scene.staying, scene)
    await until(() => line.heard.text.includes('retry') && staying.heard.text.includes('retry'))
    await addNote(scene, 'Avant')
    await until(() => line.heard.text.includes('Avant') && staying.heard.text.includes('Avant'))
    await loss.lose(scene)
    if (loss.isTold) await until(() => line.heard.ended)
    if (loss.tell === undefined) vi.advanceTimersByTime(MINUTE_MS)
    else {
      expect((await loss.tell(scene, SECRET)).statusCode).toBe(303)
      await until(() => staying.heard.text.includes(SECRET))
    }
    await until(() => line.heard.ended)
    expect(line.heard.text).toMatch(/event: closed\n.*\n\n$/)
    expect(line.heard.text).not.toContain(SECRET)
    await checkRefused(person, scene, loss.next)
    staying.cut()
    site.at(NOW)
    tried.add(name)
  },
)

const inSilence = Object.entries(LOSSES).filter(([, { isTold, tell }]) => isTold === undefined && tell !== undefined)

test.each(inSilence)('R14: %s, and nothing happens on the canvas: his line ends within a minute', async (_, loss) => {
  const scene = await openScene()
  const line = lineOf(scene[loss.who], scene)
  const staying = lineOf(scene.staying, scene)
  await until(() => line.heard.text.includes('retry') && staying.heard.text.includes('retry'))
  await loss.lose(scene)
  vi.advanceTimersByTime(MINUTE_MS)
  await until(() => line.heard.ended)
  expect(staying.heard.ended).toBe(false)
  staying.cut()
  site.at(NOW)
})

test('R14: the project is archived: lines stay and are told, what an open page had still to send is refused', async () => {
  const scene = await openScene()
  const { owner, adviser, of } = scene
  const lines = [lineOf(owner, scene), lineOf(adviser, scene)]
  await until(() => lines.every(({ heard }) => heard.text.includes('retry')))
  await owner.browser.post(projects.archive(of), form({ archive: 'oui' }))
  await until(() => lines.every(({ heard }) => heard.text.includes('event: turned')))
  for (const person of [owner, adviser]) {
    const before = await rowCounts(site.database)
    const queued = await sendQueued(person, scene)
    expect(queued.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403, 403])
    expect(queued.every(saysNothing)).toBe(true)
    expect(differences(before, await rowCounts(site.database))).toEqual({})
    expect((await askAgain(person, scene)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 200])
  }
  expect(lines.some(({ heard }) => heard.ended || heard.text.includes('Attendait'))).toBe(false)
  for (const line of lines) line.cut()
  tried.add('the project is archived')
})

test('R14: an authorisation that nobody answered in thirty days opens nothing to whom is validated after', async () => {
  const scene = await openScene()
  const { owner, administrator, of } = scene
  const waiting = { professionalState: 'pending', departement: '69' } as const
  const [late, early] = [await make.signedIn(site, waiting), await make.signedIn(site, waiting)]
  for (const { email } of [late, early])
    await owner.browser.post(projects.advisers(of), form({ email, depuis: 'fiche' }))
  const validate = (person: number) =>
    administrator.browser.post(admin.validateAccount({ person }), form({ role: 'professional' }))
  await validate(early.id)
  expect((await early.browser.get(canvas.first(of))).statusCode).toBe(200)
  await checkRefused(late, scene, 404)
  await expireInvitations(site.database, daysLater(now, 31))
  await validate(late.id)
  const [person] = await site.database.select().from(people).where(eq(people.id, late.id))
  expect(person?.role).toBe('professional')
  await checkRefused(late, scene, 404)
  expect(wordsOfList((await late.browser.get(projects.all())).body)).not.toContain(CANARY)
  tried.add('an authorisation expires')
})

const wordsOfList = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ')

const FORGETFUL = (text: string) => text.replaceAll(`"project_advisers"."state" = 'active'`, 'true')

test.each([
  ['asks again, hears nothing', (text: string) => text, false],
  ['forgets what a withdrawal is, hears the secret: the proofs above can fail', FORGETFUL, true],
] as const)('R14: a line that another process holds and which %s', async (_, change, isHeard) => {
  const twin = await openTwin(site, (database) => onTheLine(database, (text) => change(text)))
  const scene = await openScene()
  const { owner, adviser, made, of } = scene
  const line = listenTo(await openToRequests(twin), canvas.live(of, { vu: 1 }), adviser.browser.cookieHeader)
  await until(() => line.heard.text.includes('retry'))
  await owner.browser.post(projects.withdraw({ ...of, adviser: made.adviserId }), form())
  await addNote(scene, SECRET)
  await until(() => line.heard.ended || line.heard.text.includes(SECRET))
  expect([line.heard.text.includes(SECRET), line.heard.ended]).toEqual([isHeard, !isHeard])
  line.cut()
  await twin.close()
})

test('R14: twelve changes of right were tried', () => {
  proved('R14', 'changes of right while a line or a page is open', `${tried.size} of 12`, 'all refused at once')
  expect(tried.size).toBe(12)
})
