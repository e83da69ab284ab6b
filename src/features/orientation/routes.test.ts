import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from '#addresses'
import { events } from '#features/events/tables.ts'
import { loadTerritory } from '#features/territory/actions.ts'
import { newKey } from '#platform/keys.ts'
import { make, NOW } from '#tests/make.ts'
import { openSite, type TestSite } from '#tests/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openSite({ now: NOW })
  await loadTerritory(site.database, Temporal.Instant.from(NOW))
  const place = { city: 'Roanne', latitude: 46.04, longitude: 4.07 }
  await make.event(site.database, {
    title: 'Financer son projet',
    event: place,
    dates: [{ places: 4 }, { open: false }],
  })
  await make.event(site.database, { title: 'Financer COMPLET', event: place, dates: [{ open: false }] })
  await make.event(site.database, { title: 'Financer CANARI', access: 'pro', event: place })
  await make.event(site.database, { title: 'Financer BROUILLON', state: 'draft', event: place })
  expect(await site.database.$count(events)).toBe(4)
})
afterAll(() => site.close())

const { start, results } = addresses.orientation
const asked = results({ besoin: ['financer'] })

test('EVT-3: results hold dates with seats left and say why; what is full is not proposed', async () => {
  const { body, statusCode } = await site.browser().get(asked)
  expect(statusCode).toBe(200)
  expect(body).toContain('Financer son projet')
  expect(body).toContain('pour financer votre projet')
  expect(body).not.toContain('COMPLET')
})

test('ORI-2: the same address shows the same criteria to another; a professional sees in addition what is his', async () => {
  const anonymous = await site.browser().get(asked)
  const professional = await (await make.signedIn(site, { role: 'professional' })).browser.get(asked)
  for (const { body } of [anonymous, professional]) expect(body).toContain('</span>Financer mon projet<svg')
  expect(anonymous.body).not.toContain('CANARI')
  expect(professional.body).toContain('CANARI')
  expect(professional.body).toContain('réservé aux professionnels')
  for (const { body } of [anonymous, professional]) expect(body).not.toContain('BROUILLON')
})

test('ORI-1: each question carries what was answered before, and may be passed', async () => {
  const { body } = await site.browser().get(start({ question: 'besoins', etape: 'lancement' }))
  expect(body).toContain('De quoi avez-vous besoin ?')
  expect(body).toContain('<input type="hidden" name="etape" value="lancement"')
  expect(body).toContain('Passer')
  const first = await site.browser().get(start())
  expect(first.body).toContain('Question 1 sur 6')
})

test('ORI-1: a commune that was not understood is not told as a criterion', async () => {
  const { body, statusCode } = await site.browser().get(results({ besoin: ['financer'], commune: 'Zzyzx' }))
  expect(statusCode).toBe(422)
  expect(body).toContain('</span>Financer mon projet<svg')
  expect(body).not.toContain('Près de Zzyzx')
})

test('ORI-1: results are five statements at most; three more for a commune that is misspelt', async () => {
  const statementsOf = async (commune: string) => {
    const before = site.database.statements()
    const whole = results({ besoin: ['financer', 'construire'], activite: 'boulangerie', gratuit: 'oui', commune })
    const { body } = await site.browser().get(whole)
    expect(body).toContain('Mon orientation')
    return site.database.statements() - before
  }
  expect(await statementsOf('Roanne')).toBe(5)
  expect(await statementsOf('Roane')).toBe(8)
  expect(await statementsOf('')).toBe(4)
})

test('ORI-1: what was not understood is asked again, with what was typed', async () => {
  const unknown = await site.browser().get(start({ question: 'etape', commune: 'Zzyzx' }))
  expect(unknown.statusCode).toBe(422)
  expect(unknown.body).toContain('n’est pas une commune')
  expect(unknown.body).toContain('value="Zzyzx"')
  const past = await site.browser().get(results({ du: '2020-01-01' }))
  expect(past.statusCode).toBe(422)
  expect(past.body).toContain('Ce jour est passé')
  expect(past.body).toContain('value="2020-01-01"')
})

test('ORI-1: answers that do not go together are said', async () => {
  const { body } = await site.browser().get(results({ etape: 'idee', besoin: ['developper'] }))
  expect(body).toContain('Vous n’avez pas encore créé')
})

test('ORI-1: a sentence is made criteria that one may change', async () => {
  const { headers, statusCode } = await site
    .browser()
    .get(start({ phrase: 'Je veux ouvrir une boulangerie, je cherche un financement' }))
  expect(statusCode).toBe(303)
  expect(headers.location).toBe(results({ besoin: ['financer'], activite: 'boulangerie' }))
})

test('ORI-2: an orientation is kept by its owner alone, renamed rather than doubled, taken away', async () => {
  const [owner, other] = [await make.signedIn(site), await make.signedIn(site)]
  const list = addresses.mySpace.orientations()
  const save = (nom: string) =>
    owner.browser.post(list, { submission: newKey(), nom, criteres: 'besoin=financer&pirate=1' })
  expect((await save('')).statusCode).toBe(422)
  await save('Ma boulangerie')
  await save('Mon fournil')
  const { body } = await owner.browser.get(list)
  expect(body).toContain('Mon fournil')
  expect(body).not.toContain('Ma boulangerie')
  expect(body).toContain('/orientation/resultats?besoin=financer"')
  expect((await other.browser.get(list)).body).not.toContain('Mon fournil')
  const remove = /\/mon-espace\/orientations\/\d+\/retrait/.exec(body)?.[0] ?? ''
  expect((await other.browser.post(remove, { submission: newKey() })).statusCode).toBe(404)
  expect((await owner.browser.post(remove, { submission: newKey() })).statusCode).toBe(303)
  expect((await owner.browser.get(list)).body).toContain('Aucune orientation enregistrée')
})
