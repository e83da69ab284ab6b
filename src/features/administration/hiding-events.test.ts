import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, itemOf } from '#addresses'
import { contents } from '#features/contents/tables.ts'
import { eventDates } from '#features/events/tables.ts'
import { registrationLists, registrations } from '#features/registrations/tables.ts'
import { newKey } from '#platform/keys.ts'
import { type Browser, fieldOf, wordsOf } from '#tests/browser.ts'
import { type MadeEvent, make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'

const now = Temporal.Instant.from(NOW)
let site: TestSite
let admin: Browser
let author: Awaited<ReturnType<typeof make.signedIn>>
let count = 0

beforeAll(async () => {
  site = await openSite({ now: NOW })
  admin = (await make.signedIn(site, { role: 'administrator' })).browser
  author = await make.signedIn(site, { role: 'professional' })
})
afterAll(() => site.close())

async function register(event: MadeEvent, email: string): Promise<void> {
  const listId = event.dates[0]?.listId ?? 0
  const row = { key: newKey(), receipt: newKey(), listId, name: 'Zoé', email, emailKey: email, createdAt: now }
  await site.database.insert(registrations).values({ ...row, state: 'confirmed', verifiedAt: now })
}

async function peopled(): Promise<{ event: MadeEvent; emails: string[] }> {
  const event = await make.event(site.database, { authorId: author.id, dates: [{}, { list: false }] })
  const emails = [`inscrit${++count}@exemple.test`, `inscrit${++count}@exemple.test`]
  for (const email of emails) await register(event, email)
  return { event, emails }
}

const page = async (event: MadeEvent) => (await admin.get(addresses.admin.content({ content: event.id }))).body
async function act(event: MadeEvent, form: Record<string, string>, body?: string) {
  const shown = body ?? (await page(event))
  const read = { revision: fieldOf(shown, 'revision'), version: fieldOf(shown, 'version') }
  return admin.post(addresses.admin.content({ content: event.id }), { submission: newKey(), ...read, ...form })
}
const stateOf = async ({ id }: MadeEvent) =>
  (await site.database.select().from(contents).where(eq(contents.id, id)))[0]?.state
const cancelledOf = async ({ id }: MadeEvent) =>
  (await site.database.select().from(eventDates).where(eq(eventDates.eventId, id)).orderBy(eventDates.id)).map(
    ({ cancelledAt }) => cancelledAt !== null,
  )
const toldOf = async (emails: readonly string[]) =>
  (await site.mails()).filter(
    ({ kind, recipient }) => kind === 'registration-date-cancelled' && emails.includes(recipient),
  )

test.each(['unpublish', 'trash'])(
  'EVT-4: « %s » says how many will be told, and does nothing unasked',
  async (geste) => {
    const { event, emails } = await peopled()
    const shown = await page(event)
    expect(wordsOf(shown)).toContain('2 dates à venir seront annulées, 2 personnes inscrites seront prévenues')
    const forged = await act(event, { geste, motif: 'Doublon.' })
    expect(forged.statusCode).toBe(422)
    expect(wordsOf(forged.body)).toContain('Cochez la case : elles seront prévenues')
    expect(forged.body).toContain('Doublon.</textarea>')
    expect([await stateOf(event), await toldOf(emails)]).toEqual(['published', []])
    expect((await act(event, { geste, motif: 'Doublon.', prevenus: '2' })).statusCode).toBe(303)
    expect(await stateOf(event)).toBe(geste === 'trash' ? 'trashed' : 'unpublished')
    expect(await cancelledOf(event)).toEqual([true, true])
    const told = await toldOf(emails)
    expect(told.map(({ recipient }) => recipient)).toEqual(emails)
    expect(told[0]?.content?.subject).toContain('Évènement annulé')
    expect(JSON.stringify(told[0]?.content?.body)).toContain('L’évènement n’est plus publié : cette date est annulée.')
    expect(told[0]?.content?.calendar?.method).toBe('CANCEL')
    expect(await site.database.$count(registrations, eq(registrations.listId, event.dates[0]?.listId ?? 0))).toBe(2)
  },
)

test('EVT-4: somebody registers while the judge reads: the number is asked again', async () => {
  const { event, emails } = await peopled()
  const shown = await page(event)
  await register(event, 'tardif@exemple.test')
  const late = await act(event, { geste: 'unpublish', motif: 'Doublon.', prevenus: '2' }, shown)
  expect(late.statusCode).toBe(422)
  expect(wordsOf(late.body)).toContain('3 personnes inscrites seront prévenues')
  expect(await toldOf(emails)).toEqual([])
})

test('EVT-4: nobody registers any more, and publishing again brings no cancelled date back', async () => {
  const { event } = await peopled()
  await act(event, { geste: 'unpublish', motif: 'À revoir.', prevenus: '2' })
  const lists = await site.database
    .select()
    .from(registrationLists)
    .where(eq(registrationLists.dateId, event.dates[0]!.id))
  expect(lists.map(({ cancelled }) => cancelled)).toEqual([true])
  expect((await act(event, { geste: 'publish' })).statusCode).toBe(303)
  expect(await cancelledOf(event)).toEqual([true, true])
})

test('EVT-6: an event with dates to come is archived by nobody, a forged form included', async () => {
  const { event, emails } = await peopled()
  const shown = await page(event)
  expect(shown).not.toContain('value="archive"')
  expect(wordsOf(shown)).toContain('on ne l’archive qu’une fois ces dates retirées')
  expect((await act(event, { geste: 'archive', prevenus: '2' })).statusCode).toBe(409)
  const read = { revision: fieldOf(shown, 'revision'), version: fieldOf(shown, 'version') }
  const forged = { submission: newKey(), ...read, geste: 'archive', prevenus: '2' }
  const answer = await author.browser.send(addresses.contents.decide({ content: event.id }), forged)
  expect(wordsOf(answer.body)).toContain('Cet évènement a des dates à venir')
  expect([await stateOf(event), await toldOf(emails)]).toEqual(['published', []])
})

test('EVT-4: a draft goes to the bin and comes back with its dates', async () => {
  const event = await make.event(site.database, { authorId: author.id, state: 'draft' })
  const edit = addresses.events.edit({ item: itemOf(event) })
  const shown = (await author.browser.get(edit)).body
  const read = { revision: fieldOf(shown, 'revision'), version: fieldOf(shown, 'version') }
  const bin = { submission: newKey(), ...read, geste: 'trash' }
  expect((await author.browser.post(addresses.contents.decide({ content: event.id }), bin)).statusCode).toBe(303)
  expect([await stateOf(event), await cancelledOf(event)]).toEqual(['trashed', [false]])
})

test('EVT-4: an author who bins an event that people still stand on is sent to its dates', async () => {
  const { event, emails } = await peopled()
  await site.database.update(contents).set({ state: 'unpublished' }).where(eq(contents.id, event.id))
  const shown = (await author.browser.get(addresses.events.edit({ item: itemOf(event) }))).body
  const read = { revision: fieldOf(shown, 'revision'), version: fieldOf(shown, 'version') }
  const bin = { submission: newKey(), ...read, geste: 'trash' }
  const answer = await author.browser.send(addresses.contents.decide({ content: event.id }), bin)
  expect(wordsOf(answer.body)).toContain('retirez d’abord ces dates dans son formulaire, elles seront prévenues')
  expect([await stateOf(event), await toldOf(emails)]).toEqual(['unpublished', []])
})

test('EVT-4: who registers while a judge takes the event offline is refused, or told: nobody is left on a hidden date', async () => {
  for (let round = 0; round < 6; round++) {
    const event = await make.event(site.database, { authorId: author.id })
    const shown = await page(event)
    const somebody = await make.signedIn(site)
    const form = { date: String(event.dates[0]?.listId), submission: newKey() }
    const [hidden] = await Promise.all([
      act(event, { geste: 'unpublish', motif: 'Doublon.' }, shown),
      somebody.browser.post(addresses.events.register({ item: itemOf(event) }), form),
    ])
    const stays = await site.database.$count(registrations, eq(registrations.listId, event.dates[0]?.listId ?? 0))
    const told = (await toldOf([somebody.email])).length
    const expected = hidden.statusCode === 303 ? ['unpublished', [true], stays] : ['published', [false], 0]
    expect([await stateOf(event), await cancelledOf(event), told]).toEqual(expected)
  }
})
