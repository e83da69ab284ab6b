// Each kind of notice, in the same way: one line whose words and link are its reader’s, one mail of the same subject, once.
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { personDepartements } from '#features/accounts/tables.ts'
import { tellAccountJudges } from '#features/administration/account-actions.ts'
import { articleKind } from '#features/articles/routes-kind.ts'
import { createContentIn } from '#features/contents/actions.ts'
import { askToManageIn } from '#features/contents/request-actions.ts'
import { saveContentIn } from '#features/contents/revision-actions.ts'
import { contentAuthors, contents } from '#features/contents/tables.ts'
import { remindAndThank } from '#features/registrations/jobs.ts'
import { registrations } from '#features/registrations/tables.ts'
import { askForChecks } from '#features/services/check-actions.ts'
import { sheetChecks } from '#features/services/check-tables.ts'
import { structures } from '#features/structures/tables.ts'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { registerOn } from '#tests/registering.ts'
import { sendWaiting } from '#tests/sent-mails.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { savePreference } from './preference-store.ts'
import { mayChoose, type Topic } from './rules.ts'
import { notifications } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

type Person = Awaited<ReturnType<typeof make.signedIn>>
type Told = {
  /** Whom it is told to, before it happens. */
  person(): Promise<Person>
  /** What causes it; the second call is a job done again, which changes nothing. */
  cause(person: Person): Promise<(() => Promise<unknown>) | undefined>
  topic: Topic
  words: string
  /** What makes it untrue, or no longer his to know. */
  lose(person: Person): Promise<unknown>
}

const now = () => site.parts.clock.now()
const STARTS = Temporal.Instant.from(NOW).add({ hours: 72 })
const OLD = Temporal.Instant.from('2026-01-05T09:00:00Z')
const round = () => remindAndThank(site.database, now())

async function seated(person: Person, title: string) {
  site.at(NOW)
  const event = await make.event(site.database, { title })
  await registerOn(site.database, event, { email: person.email, now: now(), personId: person.id })
  return event
}

const animator = async () => {
  site.at(NOW)
  const person = await make.signedIn(site, { role: 'animator' })
  await site.database.insert(personDepartements).values({ personId: person.id, departement: '69' })
  return person
}
const losesTerritory = ({ id }: Person) =>
  site.database.delete(personDepartements).where(eq(personDepartements.personId, id))
const giveUp = ({ id }: Person) =>
  site.database.update(registrations).set({ state: 'cancelled' }).where(eq(registrations.personId, id))

const professional = async () => {
  const { id, name, email } = await make.person(site.database, { role: 'professional' })
  return { id, name, email, role: 'professional' as const, departements: [], structures: [] }
}

const structure = (title: string) =>
  transact(site.database, async (tx) => {
    const text = { title, summary: '', presentation: '', access: 'public', state: 'published' } as const
    const made = { ...text, kind: 'structure', structureId: null, authorId: null, now: OLD } as const
    const { id } = await createContentIn(tx, { ...made, departements: ['69'] })
    await tx.insert(structures).values({ contentId: id, searchName: title, verifiedAt: OLD })
    return id
  })

const KINDS: Record<string, Told> = {
  'registration-reminder': {
    person: () => make.signedIn(site),
    async cause(person) {
      await seated(person, 'Oser se lancer')
      site.at(STARTS.subtract({ hours: 47 }).toString())
      return round
    },
    topic: 'reminders',
    words: 'C’est bientôt : Oser se lancer',
    lose: giveUp,
  },
  'registration-thanks': {
    person: () => make.signedIn(site),
    async cause(person) {
      await seated(person, 'Choisir son nom')
      await site.database
        .update(registrations)
        .set({ presence: 'present' })
        .where(eq(registrations.personId, person.id))
      site.at(STARTS.add({ hours: 24 }).toString())
      return round
    },
    topic: 'reminders',
    words: 'Merci de votre participation : Choisir son nom',
    lose: ({ id }) =>
      site.database.update(registrations).set({ presence: 'absent' }).where(eq(registrations.personId, id)),
  },
  'sheet-check': {
    person: () => make.signedIn(site, { role: 'professional' }),
    async cause({ id: personId }) {
      site.at(NOW)
      const contentId = await structure('Le Tremplin')
      await site.database.insert(contentAuthors).values({ contentId, personId, since: OLD })
      return () => askForChecks(site.database, now(), site.parts.settings.SECRET)
    },
    topic: 'checks',
    words: '« Le Tremplin » : toujours exact ?',
    lose: ({ id }) => site.database.delete(contentAuthors).where(eq(contentAuthors.personId, id)),
  },
  'content-submitted': {
    person: animator,
    async cause() {
      const actor = await professional()
      const data = {
        content: {
          ...{ title: 'Une aide', summary: '', presentation: 'Un texte.', presentationFormat: 'plain' as const },
          ...{ access: 'public' as const, departements: ['69'], sectors: [], files: [], structureId: null },
        },
        own: { subtitle: '' },
      }
      const saving = { kind: articleKind, present: undefined, data, gesture: 'enregistrer', actor, now: now() } as const
      await transact(site.database, (tx) => saveContentIn(tx, saving))
      return undefined
    },
    topic: 'judging',
    words: 'À valider : Une aide',
    lose: losesTerritory,
  },
  'author-request': {
    person: animator,
    async cause() {
      const asking = { contentId: await structure('Un réseau'), actor: await professional(), message: '', now: now() }
      await transact(site.database, (tx) => askToManageIn(tx, asking))
      return undefined
    },
    topic: 'judging',
    words: 'demande à gérer la fiche « Un réseau »',
    lose: losesTerritory,
  },
  'account-to-validate': {
    person: animator,
    async cause() {
      const pending = { professionalState: 'pending', departement: '69', name: 'Lou Pro' } as const
      const { id, email } = await make.person(site.database, pending)
      const confirmed = { id, email, emailKey: email, departement: '69', isPending: true }
      return () => transact(site.database, (tx) => tellAccountJudges(tx, confirmed, now()))
    },
    topic: 'judging',
    words: 'Lou Pro demande un compte professionnel',
    lose: losesTerritory,
  },
}

async function caused(told: Told): Promise<Person> {
  const person = await told.person()
  const again = await told.cause(person)
  await again?.()
  await again?.()
  return person
}

const listed = async ({ browser }: Person) => wordsOf((await browser.get(addresses.mySpace.notifications())).body)
const sentTo = async ({ email }: Person) => (await sendWaiting(site)).filter(({ to }) => to === email)

test.each(Object.entries(KINDS))('ESP-3: %s is one line and one mail, of the same subject', async (kind, told) => {
  const person = await caused(told)
  const rows = await site.database.select().from(notifications).where(eq(notifications.personId, person.id))
  expect(rows).toMatchObject([{ kind, topic: told.topic }])
  const written = await site.mails({ kind, recipient: person.email })
  expect(written.map(({ content }) => content?.topic)).toEqual([told.topic])
  const mail = (await sentTo(person)).find(({ subject }) => subject === written[0]?.content?.subject)
  expect(mail?.headers['List-Unsubscribe']).toContain(`/ne-plus-recevoir/sujets/${person.id}-${told.topic}-`)
  expect(mail?.text).toContain('Ne plus recevoir de mails du sujet')

  const page = await person.browser.get(addresses.mySpace.notifications())
  expect(wordsOf(page.body)).toContain(told.words)
  const [, href = ''] = /<p>(?:<span[^>]*>[^<]*<\/span>\s*)?<a href="([^"]+)">/.exec(page.body) ?? []
  expect((await person.browser.get(href)).statusCode).toBe(200)
})

test.each(Object.entries(KINDS))('ESP-3: %s, unwanted by mail, is a line all the same', async (_, told) => {
  const person = await told.person()
  await transact(site.database, (tx) => savePreference(tx, person.id, told.topic, 'none'))
  await (await told.cause(person))?.()
  const subjects = (await sentTo(person)).map(({ subject }) => subject)
  expect(subjects.filter((subject) => !subject.startsWith('Inscription'))).toEqual([])
  expect(await listed(person)).toContain(told.words)
})

test.each(Object.entries(KINDS))(
  'ESP-3: %s is shown no more to who may not know it, or once it is untrue',
  async (_, told) => {
    const person = await caused(told)
    expect(await listed(person)).toContain(told.words)
    await told.lose(person)
    expect(await listed(person)).not.toContain(told.words)
  },
)

test('ESP-3: what is worth nothing the next day is not offered once a day', () => {
  expect(mayChoose('reminders', 'daily')).toBe(false)
  for (const { topic } of Object.values(KINDS)) expect(mayChoose(topic, 'daily')).toBe(topic !== 'reminders')
})

test('ESP-3: a reminder of an event reserved to professionals says its title to them alone', async () => {
  const [creator, pro] = [await make.signedIn(site), await make.signedIn(site, { role: 'professional' })]
  for (const person of [creator, pro]) {
    const { id } = await seated(person, 'CANARI')
    await site.database.update(contents).set({ access: 'pro' }).where(eq(contents.id, id))
  }
  site.at(STARTS.subtract({ hours: 47 }).toString())
  await round()
  expect(await listed(pro)).toContain('C’est bientôt : CANARI')
  expect(await listed(creator)).toContain('C’est bientôt : évènement du')
  expect(await listed(creator)).not.toContain('CANARI')
})

test('ESP-3: without an account, a reminder is a mail as before, and no line', async () => {
  const [early, due] = [NOW, STARTS.subtract({ hours: 47 }).toString()]
  site.at(due)
  await round()
  site.at(early)
  const email = 'sans-compte@exemple.test'
  const key = await registerOn(site.database, await make.event(site.database), { email, now: now() })
  const confirmed = await site.browser().post(addresses.registrations.confirm({ key }), { submission: newKey() })
  expect(confirmed.statusCode).toBe(303)
  site.at(due)
  const before = await site.database.$count(notifications)
  await round()
  const [mail, ...others] = await site.mails({ kind: 'registration-reminder', recipient: email })
  expect(others).toEqual([])
  expect(mail?.content?.subject).toContain('C’est bientôt')
  expect(mail?.content?.foot).toBeUndefined()
  expect(await site.database.$count(notifications)).toBe(before)
})

test('ESP-3: two rounds of « toujours exact ? » at once ask by one mail and one line', async () => {
  site.at(NOW)
  const person = await make.signedIn(site, { role: 'professional' })
  const contentId = await structure('La Ruche')
  await site.database.insert(contentAuthors).values({ contentId, personId: person.id, since: OLD })
  await Promise.all([1, 2, 3].map(() => askForChecks(site.database, now(), site.parts.settings.SECRET)))
  expect(await site.mails({ kind: 'sheet-check', recipient: person.email })).toHaveLength(1)
  expect((await listed(person)).match(/« La Ruche » : toujours exact/g)).toHaveLength(2)
  await site.database.update(sheetChecks).set({ answeredAt: now() }).where(eq(sheetChecks.personId, person.id))
  expect(await listed(person)).not.toContain('La Ruche')
})

test('ESP-3: subjects are offered to those whom they concern', async () => {
  const offered = async (role: 'creator' | 'professional' | 'reader' | 'animator') => {
    const { browser } = await make.signedIn(site, { role })
    const page = wordsOf((await browser.get(addresses.mySpace.preferences())).body)
    return ['Mes contenus', 'À valider', 'Toujours exact ?'].map((name) => page.includes(name))
  }
  expect(await offered('creator')).toEqual([false, false, false])
  expect(await offered('reader')).toEqual([false, false, false])
  expect(await offered('professional')).toEqual([true, false, true])
  expect(await offered('animator')).toEqual([true, true, true])
})
