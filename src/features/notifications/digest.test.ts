import { and, eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addresses } from '#addresses'
import type { Actor } from '#features/accounts/actor.ts'
import { people } from '#features/accounts/tables.ts'
import { articleKind } from '#features/articles/routes-kind.ts'
import { actOnContentIn } from '#features/contents/judge-actions.ts'
import type { RevisionData } from '#features/contents/kinds.ts'
import { saveContentIn } from '#features/contents/revision-actions.ts'
import { findStanding } from '#features/contents/revision-queries.ts'
import { contentAuthors, contents } from '#features/contents/tables.ts'
import { watchOrientations } from '#features/orientation/jobs.ts'
import { savedOrientations } from '#features/orientation/tables.ts'
import { hasFreeSeats } from '#features/registrations/seat-queries.ts'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { mails } from '#platform/mail/tables.ts'
import { wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { sendWaiting } from '#tests/sent-mails.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { notify } from './actions.ts'
import { sendDigests } from './digest-actions.ts'
import { savePreference } from './preference-store.ts'
import type { Choice, Topic } from './rules.ts'
import { topicStopKey } from './stop-actions.ts'
import { notifications } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())
beforeEach(() => site.at(NOW))
afterEach(async () => void (await sendWaiting(site)))

/** The round of the orientations of a day before; then eight o’clock in Paris, twice. */
const ROUND = '2026-11-25T09:30:00Z'
const EIGHT = '2026-11-26T07:00:00Z'
const NEXT_EIGHT = '2026-11-27T07:00:00Z'
const now = () => site.parts.clock.now()

type Person = Awaited<ReturnType<typeof make.signedIn>>

async function author(choices: Partial<Record<Topic, Choice>> = {}): Promise<Person> {
  const made = await make.signedIn(site, { role: 'professional' })
  await chooses(made, choices)
  return made
}

const chooses = ({ id }: { id: number }, choices: Partial<Record<Topic, Choice>>) =>
  transact(site.database, async (tx) => {
    for (const [topic, choice] of Object.entries(choices)) await savePreference(tx, id, topic as Topic, choice)
  })

const actorOf = ({ id, name, email }: Person, role: Actor['role']): Actor => ({
  ...{ id, name, email, role, departements: [], structures: [] },
})

/** Follows an orientation that something new answers; the hourly round goes by a day later. */
async function toldOfNews({ browser }: Person, need = 'statut') {
  const form = { submission: newKey(), nom: 'Mon projet', criteres: `besoin=${need}`, prevenir: 'oui' }
  expect((await browser.post(addresses.mySpace.orientations(), form)).statusCode).toBe(303)
  const event = await make.event(site.database, { title: 'Choisir son statut' })
  const publishedAt = Temporal.Instant.from('2026-11-24T18:00:00Z')
  await site.database.update(contents).set({ publishedAt }).where(eq(contents.id, event.id))
  site.at(ROUND)
  await watchOrientations(site.database, now(), hasFreeSeats)
  await watchOrientations(site.database, now(), hasFreeSeats)
}

/** Proposes an article that an administrator publishes. */
async function toldOfDecision(by: Person, title = 'Une aide'): Promise<number> {
  const admin = actorOf(await make.signedIn(site, { role: 'administrator' }), 'administrator')
  const data: RevisionData<{ subtitle: string }> = {
    content: {
      ...{ title, summary: '', presentation: 'Un texte.', presentationFormat: 'plain', access: 'public' },
      ...{ departements: ['69'], sectors: [], files: [], structureId: null },
    },
    own: { subtitle: '' },
  }
  const actor = actorOf(by, 'professional')
  const saving = { kind: articleKind, present: undefined, data, gesture: 'enregistrer', actor, now: now() } as const
  const saved = await transact(site.database, (tx) => saveContentIn(tx, saving))
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  const revision = (await findStanding(site.database, saved.id)).current?.id ?? 0
  const act = { kinds: [articleKind], contentId: saved.id, verb: 'publish', revision, version: 1 } as const
  const verdict = await transact(site.database, (tx) =>
    actOnContentIn(tx, { ...act, reason: '', confirmed: 0, actor: admin, now: now() }),
  )
  expect(verdict.kind).toBe('done')
  return saved.id
}

/** What a worker would send to that person now. */
const sentTo = async ({ email }: Person) => (await sendWaiting(site)).filter(({ to }) => to === email)

async function digestAt(when: string, person: Person) {
  site.at(when)
  await sendDigests(site.database, now())
  return sentTo(person)
}

const listOf = async ({ browser }: Person) => wordsOf((await browser.get(addresses.mySpace.notifications())).body)

test('ESP-3: once a day, an orientation and a decision wait for one mail at eight, which is written once', async () => {
  const person = await author({ orientation: 'daily', moderation: 'daily' })
  await toldOfDecision(person)
  await toldOfNews(person)
  expect(await sentTo(person)).toEqual([])
  expect(await listOf(person)).toContain('Publié : Une aide')
  expect(await digestAt('2026-11-26T06:59:00Z', person)).toEqual([])

  const [mail, ...others] = await digestAt(EIGHT, person)
  expect(others).toEqual([])
  expect(mail?.subject).toBe('2 nouvelles sur Je crée dans ma région')
  expect(mail?.text).toContain('Du nouveau pour votre orientation « Mon projet »')
  expect(mail?.text).toContain('/orientation/resultats?besoin=statut')
  expect(mail?.text).toContain('Publié : Une aide')
  const stop = addresses.topicStop({
    key: topicStopKey(site.parts.settings.SECRET, { personId: person.id, what: 'digest' }),
  })
  expect(mail?.headers['List-Unsubscribe']).toBe(`<http://localhost:3000${stop}>`)

  expect(await digestAt('2026-11-26T09:00:00Z', person)).toEqual([])
  expect(await digestAt(NEXT_EIGHT, person)).toEqual([])
})

test('ESP-3: at once, each has its mail, and nothing of the day repeats it, even to who changes his mind', async () => {
  const person = await author()
  await toldOfDecision(person, 'Un guide')
  await toldOfNews(person)
  const subjects = (await sentTo(person)).map(({ subject }) => subject)
  expect(subjects).toEqual(['Publié : Un guide', expect.stringContaining('nouveauté')])
  await chooses(person, { orientation: 'daily', moderation: 'daily' })
  expect(await digestAt(EIGHT, person)).toEqual([])
  expect(await listOf(person)).toContain('Publié : Un guide')
})

test('ESP-3: no mail, a line all the same', async () => {
  const person = await author({ orientation: 'none', moderation: 'none' })
  await toldOfDecision(person, 'Un dossier')
  await toldOfNews(person)
  expect(await sentTo(person)).toEqual([])
  expect(await digestAt(EIGHT, person)).toEqual([])
  const list = await listOf(person)
  expect(list).toContain('Publié : Un dossier')
  expect(list).toContain('Du nouveau pour votre orientation « Mon projet »')
})

test('ESP-3: a mail that still waits at eight is told the next day, by one mail', async () => {
  const person = await author({ moderation: 'daily' })
  await toldOfDecision(person, 'Première')
  expect(await sentTo(person)).toEqual([])
  await toldOfDecision(person, 'Seconde')
  site.at(EIGHT)
  await sendDigests(site.database, now())
  const [first] = await sentTo(person)
  expect(first?.text).toContain('Publié : Première')
  expect(first?.text).not.toContain('Seconde')
  expect(await digestAt('2026-11-26T07:10:00Z', person)).toEqual([])
  const [second] = await digestAt(NEXT_EIGHT, person)
  expect(second?.text).toContain('Publié : Seconde')
  expect(second?.text).not.toContain('Première')
})

test('ESP-3: the mail of the day says what is still true, and is wanted, as it leaves', async () => {
  const person = await author({ moderation: 'daily', orientation: 'daily' })
  const [kept, lost] = [await toldOfDecision(person, 'Gardée'), await toldOfDecision(person, 'CANARI')]
  await toldOfNews(person)
  await sendWaiting(site)
  site.at(EIGHT)
  await sendDigests(site.database, now())
  await site.database
    .delete(contentAuthors)
    .where(and(eq(contentAuthors.contentId, lost), eq(contentAuthors.personId, person.id)))
  await site.database.update(savedOrientations).set({ watched: false }).where(eq(savedOrientations.personId, person.id))
  const [mail] = await sentTo(person)
  expect(kept).toBeGreaterThan(0)
  expect(mail?.subject).toBe('1 nouvelle sur Je crée dans ma région')
  expect(mail?.text).toContain('Gardée')
  expect(mail?.text).not.toContain('CANARI')
  expect(await listOf(person)).not.toContain('CANARI')
})

test.each([
  ['stopped the mail of the day', (id: number) => chooses({ id }, { moderation: 'none' })],
  ['wants each at once', (id: number) => chooses({ id }, { moderation: 'at-once' })],
  ['is suspended', (id: number) => site.database.update(people).set({ state: 'suspended' }).where(eq(people.id, id))],
])('ESP-3: who %s just before it leaves gets none', async (_, change) => {
  const person = await author({ moderation: 'daily' })
  await toldOfDecision(person)
  await sendWaiting(site)
  site.at(EIGHT)
  await sendDigests(site.database, now())
  await change(person.id)
  expect(await sentTo(person)).toEqual([])
})

test('ESP-3: the mail of a busy day holds fifty lines, and loses none', async () => {
  const person = await author({ moderation: 'daily' })
  const content = await toldOfDecision(person)
  const [one] = await site.database.select().from(notifications).where(eq(notifications.personId, person.id))
  const { kind, about } = one ?? { kind: '', about: {} }
  await transact(site.database, (tx) =>
    notify(
      tx,
      Array.from({ length: 59 }, (_, round) => ({
        ...{ cause: `essai:${content}:${round}`, kind, topic: 'moderation' as const, about, person, now: now() },
      })),
    ),
  )
  await sendWaiting(site)
  const [mail] = await digestAt(EIGHT, person)
  expect(mail?.subject).toBe('60 nouvelles sur Je crée dans ma région')
  expect(mail?.text.match(/Publié : Une aide/g)).toHaveLength(50)
  expect(mail?.text).toContain('Et 10 autres, dans vos notifications.')
  expect(await digestAt('2026-11-26T07:10:00Z', person)).toEqual([])
})

test('ESP-3: two workers at eight write one mail', async () => {
  const person = await author({ moderation: 'daily' })
  await toldOfDecision(person)
  await sendWaiting(site)
  site.at(EIGHT)
  await Promise.all([1, 2, 3].map(() => sendDigests(site.database, now())))
  expect(await sentTo(person)).toHaveLength(1)
  const digests = and(eq(mails.kind, 'digest'), eq(mails.recipient, person.email))
  expect(await site.database.$count(mails, digests)).toBe(1)
})
