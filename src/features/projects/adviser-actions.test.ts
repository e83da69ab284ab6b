import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { lockPending, saveJudgement } from '#features/accounts/person-store.ts'
import { people } from '#features/accounts/tables.ts'
import { daysLater } from '#kernel/time'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { wordsOf } from '#tests/browser.ts'
import { make, NOW } from '#tests/make.ts'
import { makeEntrusted } from '#tests/proofs/access-world-of-projects.ts'
import { openSite, type TestSite } from '#tests/site.ts'
import { until } from '#tests/until.ts'
import { activateAuthorisations, expireInvitations } from './adviser-actions.ts'
import { projectAdvisers } from './tables.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
})
afterAll(() => site.close())

const { projects } = addresses
const now = Temporal.Instant.from(NOW)

async function scene() {
  const { creator, adviser, made } = await makeEntrusted(site, { name: 'Paul Conseil' })
  return { creator, adviser, made, of: { project: made.id } }
}

const isWaiting = async () => (await site.database.execute('select 1 from pg_locks where not granted')).rows.length > 0

class Undone extends Error {}

test('PRJ-2: authorised while the account is validated: the authorisation takes effect, whichever comes first', async () => {
  const { creator, of } = await scene()
  const waiting = await make.person(site.database, { professionalState: 'pending' })
  const email = waiting.email
  const asked = { projectId: of.project, email, emailKey: email, askedFrom: 'sheet' as const, invitedAt: now }
  const judgement = {
    professionalState: 'validated',
    role: 'professional',
    judgedBy: creator.id,
    judgedAt: now,
  } as const
  const validate = () =>
    transact(site.database, async (tx) => {
      const person = await lockPending(tx, waiting.id)
      await saveJudgement(tx, waiting.id, judgement)
      const validated = { id: waiting.id, email, emailKey: email, role: 'professional', structureId: null } as const
      if (person !== undefined) await activateAuthorisations(tx, validated, {} as never, now)
    })
  const running: Promise<unknown>[] = []
  // The authorisation has read the account and waits to be written, behind a line that is then taken back.
  const held = transact(site.database, async (tx) => {
    await tx.insert(projectAdvisers).values({ ...asked, state: 'pending' })
    running.push(creator.browser.post(projects.advisers(of), { submission: newKey(), email, depuis: 'fiche' }))
    await until(isWaiting)
    running.push(validate())
    await new Promise((resolve) => setTimeout(resolve, 300))
    throw new Undone()
  })
  await expect(held).rejects.toThrow(Undone)
  await Promise.all(running)
  const rows = await site.database.select().from(projectAdvisers).where(eq(projectAdvisers.emailKey, email))
  expect(rows.map(({ state, personId }) => [state, personId])).toEqual([['active', waiting.id]])
})

test('the address of an authorisation that ended is forgotten after thirty days; the line and the name stay', async () => {
  const { creator, adviser, made, of } = await scene()
  const post = (url: string, form: Record<string, string>) =>
    creator.browser.post(url, { submission: newKey(), ...form })
  await post(projects.advisers(of), { email: 'etrangere@exemple.test', depuis: 'fiche' })
  const lines = await site.database.select().from(projectAdvisers).where(eq(projectAdvisers.projectId, of.project))
  for (const { id } of lines) await post(projects.withdraw({ ...of, adviser: id }), {})
  await expireInvitations(site.database, daysLater(now, 29))
  expect((await creator.browser.get(projects.advisers(of))).body).toContain('etrangere@exemple.test')
  await expireInvitations(site.database, daysLater(now, 31))
  const page = (await creator.browser.get(projects.advisers(of))).body
  expect(page).not.toContain('etrangere@exemple.test')
  expect(page).not.toContain(`conseil-${made.id}-${adviser.id}@`)
  expect(wordsOf(page)).toContain('Paul Conseil')
  expect(wordsOf(page)).toContain('Adresse oubliée')
})

test('rule 6: who is a professional no more is not told by mail or notice what was entrusted to him', async () => {
  for (const lost of [{ role: 'creator' }, { state: 'suspended' }] as const) {
    const { creator, of } = await scene()
    const adviser = await make.signedIn(site, { role: 'professional' })
    const email = adviser.email
    await creator.browser.post(projects.advisers(of), { submission: newKey(), email, depuis: 'fiche' })
    const told = async () => (await site.mails({ kind: 'project-authorised', recipient: email }))[0]?.content
    const list = async () => wordsOf((await adviser.browser.get(addresses.mySpace.notifications())).body)
    expect(JSON.stringify(await told())).toContain('Canari')
    expect(await list()).toContain('Canari')
    await site.database.update(people).set(lost).where(eq(people.id, adviser.id))
    expect(await told()).toBeUndefined()
    expect(await list()).not.toContain('Canari')
  }
})

test('ESP-3: who was invited before his validation reads two different lines: what is asked, then what is open', async () => {
  const { creator, of } = await scene()
  const invited = await make.signedIn(site)
  const [row] = await site.database.select().from(people).where(eq(people.id, invited.id))
  const email = row?.email ?? ''
  await creator.browser.post(projects.advisers(of), { submission: newKey(), email, depuis: 'fiche' })
  const list = async () => wordsOf((await invited.browser.get(addresses.mySpace.notifications())).body)
  expect(await list()).toContain('vous demande de l’aide : il faut un compte professionnel validé')
  await site.database
    .update(people)
    .set({ role: 'professional', professionalState: 'validated' })
    .where(eq(people.id, invited.id))
  const validated = {
    id: invited.id,
    email,
    emailKey: row?.emailKey ?? '',
    role: 'professional',
    structureId: null,
  } as const
  await transact(site.database, (tx) => activateAuthorisations(tx, validated, {} as never, now))
  expect(await list()).toMatch(/Votre compte est validé : « .+ » vous est ouvert/)
})
