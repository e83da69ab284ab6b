import { expect } from 'vitest'
import { learnSearchWords } from '#features/search/jobs.ts'
import { make } from '#tests/make.ts'
import type { Stage } from './stage.ts'
import { story, withBrowser } from './story.ts'
import type { Visitor } from './visitor.ts'

withBrowser()

const RESERVED = 'Financer : le comité des prescripteurs'

/** At Roanne in ten days, for professionals alone. */
async function reservedEvent({ database }: Stage): Promise<void> {
  const place = { city: 'Roanne', postalCode: '42300', departementCode: '42', latitude: 46.04, longitude: 4.07 }
  const dates = [{ startsAt: Temporal.Now.instant().add({ hours: 24 * 10 }) }]
  await make.event(database, { title: RESERVED, access: 'pro', event: place, dates })
}

/** Each group has an answer, and each answer says why it is there. */
async function seesAnswers(visitor: Visitor): Promise<void> {
  await visitor.sees('Prêt d’honneur à taux zéro', 'intervient à Roanne', 'pour financer votre projet')
  await visitor.sees('Financer son projet : prêt d’honneur', /\d+ places? restantes? sur 14/)
  for (const group of ['Ce qui peut vous aider', 'Qui peut vous aider', 'Prochains évènements', 'À lire']) {
    const title = visitor.page.getByRole('heading', { name: group, exact: true })
    const cards = visitor.page.locator('section', { has: title }).locator('.card')
    expect(await cards.count(), group).toBeGreaterThan(0)
    for (const card of await cards.all()) expect(await card.locator('.reasons li').count()).toBeGreaterThan(0)
  }
}

const chosen = ({ page }: Visitor) => page.getByRole('navigation', { name: 'Filtres choisis' })
const criteriaOf = (visitor: Visitor): Promise<string[]> => chosen(visitor).getByRole('link').allInnerTexts()

story('ORI-1: a bakery at Roanne that needs money, from the home page to answers in six clicks', async (stage) => {
  await reservedEvent(stage)
  const ines = await stage.visitor()
  await ines.open('/')
  await ines.tick('Je me lance')
  await ines.type({ 'Votre commune': 'Roanne' })
  await ines.press('Voir ce qui peut m’aider')
  await ines.tick('Financer mon projet')
  await ines.press('Continuer')
  await ines.type({ 'Votre activité, en quelques mots': 'boulangerie' })
  await ines.press('Voir les résultats')
  await seesAnswers(ines)
  await ines.seesNot(RESERVED)

  const camille = await stage.visitor()
  await camille.signIn('pro@demo.test')
  await camille.open(ines.page.url())
  expect(await criteriaOf(camille)).toEqual(await criteriaOf(ines))
  await seesAnswers(camille)
  await camille.sees(RESERVED, 'réservé aux professionnels')
})

story(
  'ORI-2: one sentence is understood; a criterion taken away; the results kept in « Mon espace »',
  async (stage) => {
    const karim = await stage.visitor()
    await karim.signIn('createur@demo.test')
    await karim.follow('S’orienter')
    await karim.type({ 'Dites-le en une phrase': 'Je veux ouvrir une boulangerie à Roanne, je cherche un financement' })
    await karim.press('Comprendre ma phrase')
    await seesAnswers(karim)
    await karim.follow(/boulangerie/, chosen(karim))
    expect(karim.page.url()).not.toContain('boulangerie')
    await karim.type({ Nom: 'Ma boulangerie' })
    await karim.tick('Me prévenir par mail')
    await karim.press('Enregistrer dans Mon espace')
    await karim.open('/mon-espace/orientations')
    await karim.sees('Vous êtes prévenu des nouveautés')
    await karim.follow('Ma boulangerie')
    expect((await criteriaOf(karim)).join()).toContain('Roanne')
  },
)

story('ORI-1: an unknown commune, a day that is past: a sentence beside the field', async (stage) => {
  const visitor = await stage.visitor()
  await visitor.open('/orientation?question=tout')
  await visitor.type({ 'Votre commune': 'Roane', 'À partir du': '2020-01-01' })
  await visitor.press('Voir les résultats')
  await visitor.sees('n’est pas une commune de la région', 'Ce jour est passé')
  expect(await visitor.page.getByLabel('À partir du').first().inputValue()).toBe('2020-01-01')
})

story('SEA-1: a word mistyped is mended; what is proposed is reached by the keyboard', async (stage) => {
  const visitor = await stage.visitor()
  const { page } = visitor
  await learnSearchWords(stage.database)
  await visitor.open('/')
  const box = page.getByRole('search').first().locator('input[type=search]')
  await box.fill('formaton comptabilité')
  await Promise.all([page.waitForNavigation(), box.press('Enter')])
  await visitor.look()
  await visitor.sees('Résultats pour « formation comptabilité »', 'Tenir sa comptabilité')
  await visitor.follow(/Chercher exactement/)
  if (!visitor.javaScript) return
  await visitor.open('/')
  await box.pressSequentially('micr')
  await page.getByRole('option').first().waitFor()
  await visitor.look()
  await box.press('End')
  await box.pressSequentially('o')
  await page.getByRole('option').first().waitFor()
  await box.press('ArrowDown')
  const proposed = page.getByRole('option', { selected: true })
  expect(await box.getAttribute('aria-activedescendant')).toBe(await proposed.getAttribute('id'))
  await Promise.all([page.waitForNavigation(), box.press('Enter')])
  expect(new URL(page.url()).pathname).not.toBe('/')
  await visitor.look()
})
